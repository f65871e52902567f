package dev.profdata.cli;

import dev.profdata.MergeOptions;
import dev.profdata.io.RecordPolicies;
import dev.profdata.model.BinaryId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/**
 * The options that say which parts of inputs count, and what becomes of damaged ones. Completion
 * tells the values of options apart by their labels.
 */
final class MergePolicyOptions {
  @Option(
      names = "--salvage",
      description = "Of files that are cut off keep what is whole, instead of refusing them")
  private boolean salvages;

  @Option(
      names = "--on-mismatch",
      paramLabel = "MISMATCH_POLICY",
      defaultValue = "keep-first",
      converter = OnMismatchName.class,
      completionCandidates = OnMismatchName.class,
      description =
          "Records of one function with different numbers of counters, bitmap bytes or value sites:"
              + " keep-first, drop the function, or fail (default: keep-first, as LLVM)")
  private RecordPolicies.OnMismatch onMismatch = RecordPolicies.OnMismatch.KEEP_FIRST;

  @Option(
      names = "--on-overflow",
      paramLabel = "OVERFLOW_POLICY",
      defaultValue = "clamp",
      converter = OnOverflowName.class,
      completionCandidates = OnOverflowName.class,
      description =
          "Counts too large for the sum: clamp, drop the function, or fail (default: clamp, as LLVM)")
  private RecordPolicies.OnOverflow onOverflow = RecordPolicies.OnOverflow.CLAMP;

  @Option(
      names = "--on-wrapped",
      paramLabel = "WRAPPED_POLICY",
      defaultValue = "by-release",
      converter = OnWrappedName.class,
      completionCandidates = OnWrappedName.class,
      description =
          "Raw counters above 2^56: by-release, clamp to 0 (if they fell below it) or 2^56, drop the"
              + " record, or fail (default: by-release, which refuses the file from 18 on)")
  private RecordPolicies.OnWrapped onWrapped = RecordPolicies.OnWrapped.BY_RELEASE;

  @Option(
      names = "--binary-id",
      paramLabel = "HEX",
      description = "Merge only images of the binary with this id; may be given several times")
  private List<String> binaryIds = new ArrayList<>();

  MergePolicyOptions() {}

  MergeOptions applyTo(MergeOptions options) {
    return options
        .withReading(salvages ? options.reading().salvaging() : options.reading())
        .withPolicies(new RecordPolicies(onMismatch, onOverflow, onWrapped))
        .withBinaryIds(ids());
  }

  private Set<BinaryId> ids() {
    Set<BinaryId> ids = new HashSet<>();
    for (String hex : binaryIds) {
      try {
        ids.add(BinaryId.of(HexFormat.of().parseHex(hex)));
      } catch (IllegalArgumentException e) {
        throw new WrongUsageException(
            "'" + hex + "' is no binary id: an even number of hex digits");
      }
    }
    return ids;
  }

  /** Reads the policies for records that do not fit one another. */
  static final class OnMismatchName extends DashedName<RecordPolicies.OnMismatch> {
    OnMismatchName() {
      super(RecordPolicies.OnMismatch.class);
    }
  }

  /** Reads the policies for counts that are too large. */
  static final class OnOverflowName extends DashedName<RecordPolicies.OnOverflow> {
    OnOverflowName() {
      super(RecordPolicies.OnOverflow.class);
    }
  }

  /** Reads the policies for counters that nobody can have counted. */
  static final class OnWrappedName extends DashedName<RecordPolicies.OnWrapped> {
    OnWrappedName() {
      super(RecordPolicies.OnWrapped.class);
    }
  }
}
