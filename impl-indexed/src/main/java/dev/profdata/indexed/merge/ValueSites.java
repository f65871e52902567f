package dev.profdata.indexed.merge;

import dev.profdata.model.ValueData;

/** The value sites of all places, numbered in the order in which they were appended. */
interface ValueSites {
  /** Returns the number of sites, which is the number of the next one. */
  int size();

  /** Appends a site with the pairs of a site of an image, scaled. */
  void append(ValueData data, int site, long weight, FirstProblem problem);

  /**
   * Adds the pairs of a site of an image to a site.
   *
   * <p>A value that is new to the site comes in without the weight of its input, as in LLVM.
   */
  void add(int target, ValueData data, int site, long weight, FirstProblem problem);

  /** Tells whether a site holds a value, or the value zero, more than once. */
  boolean hasDuplicates(int site, boolean zeroOnly);

  /** Appends what is left of a site, most frequent first, to value data. */
  void appendTo(ValueData.Builder data, int site);
}
