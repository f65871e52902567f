package dev.profdata.cli.report;

import dev.profdata.model.InstrProfile;
import dev.profdata.model.NameTable;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileName;
import dev.profdata.model.ValueKind;
import java.util.List;
import java.util.Optional;

/** Finds names by their hashes in all images of a profile. */
final class ProfileNames {
  private final List<NameTable> functions;
  private final List<NameTable> vtables;

  ProfileNames(InstrProfile profile) {
    this.functions = profile.images().stream().map(image -> image.functions().names()).toList();
    this.vtables = profile.images().stream().map(ProfileImage::vtableNames).toList();
  }

  Optional<ProfileName> function(long hash) {
    return find(functions, hash);
  }

  /** Returns the name that a value stands for, empty if it is unknown or a plain number. */
  Optional<ProfileName> target(ValueKind kind, long value) {
    return switch (kind) {
      case INDIRECT_CALL_TARGET -> function(value);
      case VTABLE_TARGET -> find(vtables, value);
      case MEMOP_SIZE -> Optional.empty();
    };
  }

  private static Optional<ProfileName> find(List<NameTable> tables, long hash) {
    for (NameTable table : tables) {
      int name = table.find(hash);
      if (name != NameTable.NOT_FOUND) {
        return Optional.of(table.name(name));
      }
    }
    return Optional.empty();
  }
}
