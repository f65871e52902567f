package dev.profdata.tck;

import dev.profdata.io.FindingKind;
import java.util.Set;

/**
 * A part of what a profile means, with the losses that may change it.
 *
 * @since 0.1
 */
public enum ProfilePart {
  /** Which functions there are: names, name hashes and structural hashes. */
  FUNCTIONS(FindingKind.UNNAMED_FUNCTIONS, FindingKind.SEVERAL_HASHES, FindingKind.HASH_GENERATION),
  /** Counters. */
  COUNTERS(),
  /** Uniform counters, or the bits made of them. */
  UNIFORM_COUNTERS(FindingKind.UNIFORM_COUNTERS),
  /** Bitmap bytes. */
  BITMAPS(FindingKind.BITMAPS),
  /** Targets of indirect calls. */
  CALL_TARGETS(FindingKind.VALUE_DATA, FindingKind.VALUES_BEYOND_LIMIT),
  /** Sizes of memory operations. */
  MEMOP_SIZES(FindingKind.MEMOP_SIZES, FindingKind.VALUES_BEYOND_LIMIT),
  /** Virtual tables seen at value sites. */
  VTABLES(FindingKind.VTABLES, FindingKind.VALUES_BEYOND_LIMIT),
  /** Binary ids. */
  BINARY_IDS(FindingKind.BINARY_IDS),
  /** Variant flags. */
  FLAGS(
      FindingKind.VARIANT_FLAGS,
      FindingKind.BYTE_COVERAGE,
      FindingKind.TEMPORAL_TRACES,
      FindingKind.MEMPROF),
  /** Temporal traces, or the time stamps that stand for them. */
  TRACES(FindingKind.TEMPORAL_TRACES);

  @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
  private final Set<FindingKind> losses;

  ProfilePart(FindingKind... losses) {
    this.losses = Set.of(losses);
  }

  /** Tells whether a difference in this part is what a loss of this kind announces. */
  public boolean isExplainedBy(FindingKind loss) {
    return losses.contains(loss);
  }
}
