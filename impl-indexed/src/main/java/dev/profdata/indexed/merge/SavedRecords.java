package dev.profdata.indexed.merge;

import dev.profdata.model.ProfileImage;
import java.util.BitSet;

/**
 * The records of a sum outside of it.
 *
 * @param image the records, without their values
 * @param sites the values, in the order of the records
 * @param uniformity what is known of uniform executions, by row
 * @param leftOut the rows of records that are left out whatever else comes for them
 */
record SavedRecords(
    ProfileImage image, UncutSites sites, UniformitySums uniformity, BitSet leftOut) {
  /** Takes records out of a sum. */
  static SavedRecords of(RecordSums sums) {
    SumImage all = SumImage.ofAll(sums);
    return new SavedRecords(
        all.toImageWithoutValues(), all.uncutSites(), sums.uniformity(), all.leftOut());
  }
}
