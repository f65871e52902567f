package dev.profdata.order;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ReleaseRule;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.NameTable;
import dev.profdata.model.ProfileName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds the names of functions and parts them from their files, as a release does. */
final class SymbolNames {
  private static final byte SEMICOLON = ';';
  private static final byte COLON = ':';

  private final List<NameTable> tables;
  private final boolean semicolons;

  SymbolNames(InstrProfile profile, LlvmRelease release) {
    tables = profile.images().stream().map(image -> image.functions().names()).toList();
    semicolons = release.follows(ReleaseRule.SEMICOLON_IN_LOCAL_NAMES);
  }

  OrderedFunction find(long nameHash) {
    byte[] name = name(nameHash);
    int separator = indexOf(name, semicolons ? SEMICOLON : COLON);
    boolean whole = separator < 0 || semicolons && separator == name.length - 1;
    if (whole) {
      return new OrderedFunction(nameHash, Optional.empty(), ProfileName.of(name));
    }
    // The newer releases say nothing of a file without a name, the older ones do.
    Optional<ProfileName> file =
        Optional.of(ProfileName.of(Arrays.copyOf(name, separator)))
            .filter(path -> path.length() > 0 || !semicolons);
    byte[] symbol = Arrays.copyOfRange(name, separator + 1, name.length);
    return new OrderedFunction(nameHash, file, ProfileName.of(symbol));
  }

  private byte[] name(long nameHash) {
    for (NameTable table : tables) {
      int index = table.find(nameHash);
      if (index != NameTable.NOT_FOUND) {
        return table.name(index).bytes();
      }
    }
    return new byte[0];
  }

  private static int indexOf(byte[] name, byte wanted) {
    for (int i = 0; i < name.length; i++) {
      if (name[i] == wanted) {
        return i;
      }
    }
    return -1;
  }
}
