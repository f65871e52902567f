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
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** The functions of all sources, by the generations that their hashes may be of. */
  private final Map<Set<HashGeneration>, Tally> tallies = new LinkedHashMap<>();

  private Set<HashGeneration> current = EnumSet.noneOf(HashGeneration.class);
  private boolean assumed;

  HashGenerations(ProfileFormat target, WriteOptions options) {
    this.target = target;
    this.options = options;
    this.targetGenerations = generationsOf(target, Optional.empty());
  }

  /** What is to be written, and what is to be said about it. */
  record Plan(ProfileFormat format, List<Finding> warnings, List<Finding> losses) {}

  /** How many functions there are, and how many hashes may be others in another generation. */
  private record Tally(long functions, long mayDiffer) {
    static final Tally NONE = new Tally(0, 0);

    Tally plus(Tally other) {
      return new Tally(functions + other.functions, mayDiffer + other.mayDiffer);
    }
  }

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
    assumed |= format.family() == ProfileFamily.RAW && current.size() > 1 && !variant.isIrLevel();
    tallies.merge(current, Tally.NONE, Tally::plus);
  }

  /** Counts the functions of an image of the source that was begun last. */
  void count(ProfileImage image) {
    FunctionTable table = image.functions();
    long mayDiffer = 0;
    for (int row = 0; !fits(current) && row < table.size(); row++) {
      mayDiffer += mayDiffer(table.structuralHash(row)) ? 1 : 0;
    }
    tallies.merge(current, new Tally(table.size(), mayDiffer), Tally::plus);
  }

  private boolean fits(Set<HashGeneration> generations) {
    return generations.stream().anyMatch(targetGenerations::contains);
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
    if (tallies.keySet().stream().allMatch(this::fits)) {
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
        common().stream()
            .map(HashGeneration::newestIndexed)
            .filter(version -> version < target.version())
            .reduce((one, other) -> other);
    if (target.family() == ProfileFamily.INDEXED && !options.exactVersion() && older.isPresent()) {
      ProfileFormat kept = ProfileFormat.indexed(older.get()).withRelease(target.release());
      return new Plan(kept, List.of(keptGeneration(kept)), List.of());
    }
    return new Plan(target, warnings, List.of(loss()));
  }

  /** Returns what the hashes of all sources may have in common. */
  private Set<HashGeneration> common() {
    Set<HashGeneration> common = EnumSet.allOf(HashGeneration.class);
    tallies.keySet().forEach(common::retainAll);
    return common;
  }

  /** Returns the functions of all sources that do not fit the target. */
  private Tally misfits() {
    return tallies.entrySet().stream()
        .filter(entry -> !fits(entry.getKey()))
        .map(Map.Entry::getValue)
        .reduce(Tally.NONE, Tally::plus);
  }

  private Finding assumption() {
    return Finding.of(
        FindingKind.ASSUMED_PRODUCER,
        target.toString(),
        "the raw version of a front-end profile does not tell which clang wrote it: taken for one"
            + " whose structural hashes are those of the target, unless the producer is named");
  }

  private Finding keptGeneration(ProfileFormat kept) {
    Tally misfits = misfits();
    return Finding.of(
        FindingKind.KEPT_HASH_GENERATION,
        target.toString(),
        "written as %s, which tells clang that structural hashes are of an older generation; under"
                .formatted(kept)
            + " the newer number up to %d of %d functions would be dropped"
                .formatted(misfits.mayDiffer(), misfits.functions()));
  }

  private Finding loss() {
    Tally misfits = misfits();
    return Finding.of(
        FindingKind.HASH_GENERATION,
        target.toString(),
        "clang will look for structural hashes of another generation than those of the front-end"
            + " sources, and drop up to %d of %d functions"
                .formatted(misfits.mayDiffer(), misfits.functions()));
  }

  Saved save() {
    List<Saved.Source> sources = new ArrayList<>();
    tallies.forEach(
        (generations, tally) ->
            sources.add(
                new Saved.Source(
                    Set.copyOf(generations),
                    tally.functions(),
                    fits(generations) ? 0 : tally.mayDiffer())));
    return new Saved(assumed, targetGenerations, sources);
  }

  /** Counts the sources of a partial sum. */
  void add(Saved saved) {
    assumed |= saved.assumed();
    for (Saved.Source source : saved.sources()) {
      // For another target nobody counted: all of them may differ.
      long mayDiffer =
          saved.target().equals(targetGenerations) ? source.mayDiffer() : source.functions();
      tallies.merge(
          enumSet(source.generations()), new Tally(source.functions(), mayDiffer), Tally::plus);
    }
  }

  private static Set<HashGeneration> enumSet(Set<HashGeneration> generations) {
    Set<HashGeneration> set = EnumSet.noneOf(HashGeneration.class);
    set.addAll(generations);
    return set;
  }

  /** What a partial sum keeps of this. */
  record Saved(boolean assumed, Set<HashGeneration> target, List<Source> sources) {
    /** Sources whose hashes may be of the same generations. */
    record Source(Set<HashGeneration> generations, long functions, long mayDiffer) {}

    void writeTo(DataOutputStream out) throws IOException {
      out.writeBoolean(assumed);
      write(out, target);
      out.writeInt(sources.size());
      for (Source source : sources) {
        write(out, source.generations());
        out.writeLong(source.functions());
        out.writeLong(source.mayDiffer());
      }
    }

    static Saved readFrom(DataInputStream in) throws IOException {
      boolean assumed = in.readBoolean();
      Set<HashGeneration> target = read(in);
      List<Source> sources = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        sources.add(new Source(read(in), in.readLong(), in.readLong()));
      }
      return new Saved(assumed, target, sources);
    }

    private static void write(DataOutputStream out, Set<HashGeneration> generations)
        throws IOException {
      out.writeByte(generations.size());
      for (HashGeneration generation : generations) {
        out.writeUTF(generation.name());
      }
    }

    private static Set<HashGeneration> read(DataInputStream in) throws IOException {
      Set<HashGeneration> generations = EnumSet.noneOf(HashGeneration.class);
      for (int left = in.readUnsignedByte(); left > 0; left--) {
        generations.add(HashGeneration.valueOf(in.readUTF()));
      }
      return generations;
    }
  }
}
