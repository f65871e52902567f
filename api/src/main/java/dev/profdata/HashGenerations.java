package dev.profdata;

import dev.profdata.format.HashGeneration;
import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFamily;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.Finding;
import dev.profdata.io.FindingKind;
import dev.profdata.io.WriteOptions;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileVariant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Of which generations the structural hashes of front-end sources may be, and what follows for the
 * version that is written: one that stands for the same generation, or a loss.
 */
final class HashGenerations {
  private final ProfileFormat target;
  private final WriteOptions options;
  private final Set<HashGeneration> targetGenerations;

  /** What all sources that do not fit the target may have in common with the others. */
  private final Set<HashGeneration> common = EnumSet.allOf(HashGeneration.class);

  private Set<HashGeneration> current = EnumSet.noneOf(HashGeneration.class);
  private boolean fits = true;
  private boolean allFit = true;
  private boolean assumed;
  private long functions;
  private long mayDiffer;

  HashGenerations(ProfileFormat target, WriteOptions options) {
    this.target = target;
    this.options = options;
    this.targetGenerations = generationsOf(target, Optional.empty());
  }

  /** What is to be written, and what is to be said about it. */
  record Plan(ProfileFormat format, List<Finding> warnings, List<Finding> losses) {}

  private static Set<HashGeneration> generationsOf(
      ProfileFormat format, Optional<LlvmRelease> producer) {
    if (producer.isPresent()) {
      return EnumSet.of(HashGeneration.of(producer.get()));
    }
    return switch (format.family()) {
      case RAW -> EnumSet.copyOf(HashGeneration.ofRaw(format.version()));
      case INDEXED -> EnumSet.of(HashGeneration.ofIndexed(format.version()));
      case TEXT -> EnumSet.allOf(HashGeneration.class);
    };
  }

  /** Begins a source; {@link #count} tells what is in it. */
  void begin(ProfileFormat format, ProfileVariant variant) {
    // The version of an indexed profile is what clang goes by, whoever wrote it.
    Optional<LlvmRelease> producer =
        format.family() == ProfileFamily.INDEXED ? Optional.empty() : options.producer();
    current =
        variant.isIrLevel() ? EnumSet.allOf(HashGeneration.class) : generationsOf(format, producer);
    Set<HashGeneration> shared = EnumSet.copyOf(current);
    shared.retainAll(targetGenerations);
    fits = !shared.isEmpty();
    allFit &= fits;
    assumed |= format.family() == ProfileFamily.RAW && current.size() > 1 && !variant.isIrLevel();
    common.retainAll(current);
  }

  /** Counts the functions of an image of the source that was begun last. */
  void count(ProfileImage image) {
    if (fits) {
      return;
    }
    FunctionTable table = image.functions();
    functions += table.size();
    for (int row = 0; row < table.size(); row++) {
      mayDiffer += mayDiffer(table.structuralHash(row)) ? 1 : 0;
    }
  }

  private boolean mayDiffer(long structuralHash) {
    return current.stream()
        .anyMatch(
            own ->
                targetGenerations.stream().anyMatch(other -> own.mayDiffer(other, structuralHash)));
  }

  /**
   * Decides what is written.
   *
   * @param free whether another version than that of the target may be written, and more be said
   *     than LLVM's tool says
   */
  Plan plan(boolean free) {
    List<Finding> warnings = assumed && free ? List.of(assumption()) : List.of();
    if (allFit) {
      return new Plan(target, warnings, List.of());
    }
    if (!free) {
      return new Plan(target, warnings, List.of(loss()));
    }
    if (target.family() == ProfileFamily.RAW) {
      // All is there still, for whoever turns the file into an indexed one of the right version.
      return new Plan(target, List.of(loss()), List.of());
    }
    Optional<Integer> older =
        common.stream()
            .map(HashGeneration::newestIndexed)
            .filter(version -> version < target.version())
            .reduce((one, other) -> other);
    if (target.family() == ProfileFamily.INDEXED && !options.exactVersion() && older.isPresent()) {
      ProfileFormat kept = ProfileFormat.indexed(older.get()).withRelease(target.release());
      return new Plan(kept, List.of(keptGeneration(kept)), List.of());
    }
    return new Plan(target, warnings, List.of(loss()));
  }

  private Finding assumption() {
    return Finding.of(
        FindingKind.ASSUMED_PRODUCER,
        target.toString(),
        "the raw version of a front-end profile does not tell which clang wrote it: taken for one"
            + " whose structural hashes are those of the target, unless the producer is named");
  }

  private Finding keptGeneration(ProfileFormat kept) {
    return Finding.of(
        FindingKind.KEPT_HASH_GENERATION,
        target.toString(),
        "written as %s, which tells clang that structural hashes are of an older generation; under"
                .formatted(kept)
            + " the newer number up to %d of %d functions would be dropped"
                .formatted(mayDiffer, functions));
  }

  private Finding loss() {
    return Finding.of(
        FindingKind.HASH_GENERATION,
        target.toString(),
        "clang will look for structural hashes of another generation than those of the front-end"
            + " sources, and drop up to %d of %d functions".formatted(mayDiffer, functions));
  }
}
