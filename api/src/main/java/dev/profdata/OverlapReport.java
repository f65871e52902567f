package dev.profdata;

/**
 * How much two profiles, or the records of one function in both, have in common.
 *
 * @param base sums of the base profile
 * @param test sums of the test profile
 * @param overlap what both have in common, as shares
 * @param mismatch the share of test functions that are of another shape in base
 * @param unique the share of test functions whose name base does not have
 * @since 0.1
 */
public record OverlapReport(
    OverlapSums base,
    OverlapSums test,
    OverlapSums overlap,
    OverlapSums mismatch,
    OverlapSums unique) {}
