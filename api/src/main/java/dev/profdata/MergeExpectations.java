package dev.profdata;

import dev.profdata.model.InstrProfile;
import java.util.Optional;

/**
 * What a merged profile must have, so that a thin one does not ship unnoticed: a merge that falls
 * short writes nothing and throws {@link dev.profdata.io.ThinProfileException}. Immutable; start
 * with {@link #NONE}.
 *
 * @param inputs how many inputs must count at least; a partial sum counts as all of its inputs
 * @param functions how many functions must have run at least
 * @param totalCount what the counters must add up to at least, unsigned
 * @param reference whose hot functions must be hot in the sum as well
 * @param hotOverlap how many of them, in percent, 0 to 100
 * @since 0.1
 */
public record MergeExpectations(
    long inputs,
    long functions,
    long totalCount,
    Optional<InstrProfile> reference,
    double hotOverlap) {
  /** Any sum will do. */
  public static final MergeExpectations NONE = new MergeExpectations(0, 0, 0, Optional.empty(), 0);

  /** Refuses a share outside of 0 to 100 and negative numbers. */
  public MergeExpectations {
    if (!(hotOverlap >= 0 && hotOverlap <= 100)) {
      throw new IllegalArgumentException("a share is 0 to 100 percent, not " + hotOverlap);
    }
    if (inputs < 0 || functions < 0) {
      throw new IllegalArgumentException("at least " + Math.min(inputs, functions));
    }
  }

  /** Returns these expectations with at least so many inputs. */
  public MergeExpectations withInputs(long count) {
    return new MergeExpectations(count, functions, totalCount, reference, hotOverlap);
  }

  /** Returns these expectations with at least so many functions that ran. */
  public MergeExpectations withFunctions(long count) {
    return new MergeExpectations(inputs, count, totalCount, reference, hotOverlap);
  }

  /** Returns these expectations with at least this total count, unsigned. */
  public MergeExpectations withTotalCount(long count) {
    return new MergeExpectations(inputs, functions, count, reference, hotOverlap);
  }

  /**
   * Returns these expectations with hot functions of a reference that must be hot in the sum.
   *
   * @param percent how many of them, 0 to 100
   */
  public MergeExpectations withHotOverlap(InstrProfile profile, double percent) {
    return new MergeExpectations(inputs, functions, totalCount, Optional.of(profile), percent);
  }
}
