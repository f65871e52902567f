package dev.profdata.cli;

import dev.profdata.FunctionOverlap;

/**
 * Which functions a comparison shows in detail.
 *
 * @param valueCutoff those with a counter of at least this, unsigned
 * @param part those whose name contains this, unless it is empty
 */
record OverlapSelection(long valueCutoff, String part) {
  boolean includes(FunctionOverlap function) {
    return Long.compareUnsigned(function.maxCount(), valueCutoff) >= 0
        || new NamePart(part).isIn(function.function().name());
  }
}
