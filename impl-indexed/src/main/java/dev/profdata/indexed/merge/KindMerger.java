package dev.profdata.indexed.merge;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFamily;
import dev.profdata.format.ProfileFormat;
import dev.profdata.format.ReleaseRule;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.ProfileMismatchException;
import dev.profdata.model.ProfileVariant;
import dev.profdata.spi.EngineInput;

/**
 * Which kinds of instrumentation may be merged, and what kind the sum is.
 *
 * <p>From release 14 on LLVM unites the kinds and does not notice when binary front-end profiles
 * meet IR profiles; that slip is followed only when LLVM is to be imitated.
 */
final class KindMerger {
  private static final long LEVELS = ProfileVariant.IR_LEVEL | ProfileVariant.CONTEXT_SENSITIVE;

  private final LlvmRelease release;
  private final boolean unites;
  private final boolean imitates;
  private ProfileVariant sum = ProfileVariant.NONE;
  private boolean hasInput;
  private boolean hasFrontEnd;

  KindMerger(LlvmRelease release, boolean imitates) {
    this.release = release;
    this.unites = release.follows(ReleaseRule.KINDS_UNITE);
    this.imitates = imitates;
  }

  ProfileVariant sum() {
    return sum;
  }

  /** Adds the kind of an input. */
  void add(EngineInput input) throws ProfileMismatchException {
    ProfileVariant variant = input.variant().without(ProfileVariant.DEBUG_CORRELATION);
    boolean frontEnd = isFrontEnd(input);
    refuseMixedLevels(input, variant, frontEnd);
    if (unites) {
      refuseMixedCounters(input, variant);
      sum = sum.union(variant);
    } else {
      sum = keepingLastEntryFlag(variant);
    }
    hasFrontEnd |= frontEnd;
    hasInput = true;
  }

  /** Adds the kinds of another sum. */
  void add(KindMerger other, String source) throws ProfileMismatchException {
    if (!other.hasInput) {
      return;
    }
    EngineInput whole = new EngineInput(source, ProfileFormat.textFor(release), other.sum, 1);
    refuseMixedLevels(whole, other.sum, other.hasFrontEnd);
    if (unites) {
      refuseMixedCounters(whole, other.sum);
      sum = sum.union(other.sum);
    } else {
      sum = keepingLastEntryFlag(other.sum);
    }
    hasFrontEnd |= other.hasFrontEnd;
    hasInput = true;
  }

  /** Returns what was taken out of another by {@link #sum}, {@link #hasInput} and so on. */
  static KindMerger restored(
      LlvmRelease release,
      boolean imitates,
      ProfileVariant sum,
      boolean hasInput,
      boolean hasFrontEnd) {
    KindMerger kinds = new KindMerger(release, imitates);
    kinds.sum = sum;
    kinds.hasInput = hasInput;
    kinds.hasFrontEnd = hasFrontEnd;
    return kinds;
  }

  boolean hasInput() {
    return hasInput;
  }

  boolean hasFrontEnd() {
    return hasFrontEnd;
  }

  private boolean isFrontEnd(EngineInput input) {
    if (input.variant().isIrLevel()) {
      return false;
    }
    return input.variant().frontEnd()
        || !unites
        || !imitates && input.format().family() != ProfileFamily.TEXT;
  }

  private void refuseMixedLevels(EngineInput input, ProfileVariant variant, boolean frontEnd)
      throws ProfileMismatchException {
    boolean mixed =
        unites && imitates
            ? isKnown(sum) && sum.frontEnd() != variant.frontEnd()
            : hasInput && (hasFrontEnd && variant.isIrLevel() || sum.isIrLevel() && frontEnd);
    if (mixed) {
      throw mismatch(input, "IR-level and front-end profiles cannot be merged");
    }
  }

  /** LLVM takes a sum without any bit for one that has not begun. */
  private static boolean isKnown(ProfileVariant variant) {
    return variant.flags() != 0 || variant.frontEnd();
  }

  private void refuseMixedCounters(EngineInput input, ProfileVariant variant)
      throws ProfileMismatchException {
    if (isKnown(sum) && (clashes(sum, variant) || clashes(variant, sum))) {
      throw mismatch(input, "profiles of function entries and of blocks cannot be merged");
    }
  }

  private static boolean clashes(ProfileVariant entries, ProfileVariant blocks) {
    return entries.has(ProfileVariant.FUNCTION_ENTRY_ONLY)
        && (blocks.has(ProfileVariant.ENTRY_FIRST) || blocks.has(ProfileVariant.LOOP_ENTRIES));
  }

  private static ProfileMismatchException mismatch(EngineInput input, String why) {
    return new ProfileMismatchException(
        ErrorKind.UNSUPPORTED_VERSION, input.source(), why + ": this one is " + input.variant());
  }

  private ProfileVariant keepingLastEntryFlag(ProfileVariant last) {
    long levels = (sum.flags() | last.flags()) & LEVELS;
    return new ProfileVariant(levels | last.flags() & ProfileVariant.ENTRY_FIRST, false);
  }
}
