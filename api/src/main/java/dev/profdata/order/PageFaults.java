package dev.profdata.order;

import dev.profdata.model.TemporalTrace;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Counts the pages that traces touch if functions lie in an order. */
final class PageFaults {
  /** Nobody knows how long the functions are: LLVM takes it that so many fill a page. */
  private static final int FUNCTIONS_PER_PAGE = 32;

  private final Map<Long, Integer> pages = new HashMap<>();

  PageFaults(long... nameHashes) {
    for (int place = 0; place < nameHashes.length; place++) {
      pages.put(nameHashes[place], place / FUNCTIONS_PER_PAGE);
    }
  }

  /** Returns the number of pages touched so far, summed over all steps of a trace. */
  long area(TemporalTrace trace) {
    BitSet touched = new BitSet();
    long count = 0;
    long area = 0;
    for (int place = 0; place < trace.size(); place++) {
      Integer page = pages.get(trace.nameHash(place));
      if (page != null) {
        if (!touched.get(page)) {
          touched.set(page);
          count++;
        }
        area += count;
      }
    }
    return area;
  }
}
