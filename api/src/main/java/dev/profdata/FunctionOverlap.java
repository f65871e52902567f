package dev.profdata;

import dev.profdata.model.FunctionRecord;

/**
 * How much the records of one function in two profiles have in common.
 *
 * @param function its record in the test profile
 * @param maxCount its largest counter there, unsigned
 * @param report sums and shares of this function alone
 * @since 0.1
 */
public record FunctionOverlap(FunctionRecord function, long maxCount, OverlapReport report) {}
