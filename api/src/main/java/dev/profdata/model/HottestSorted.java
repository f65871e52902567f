package dev.profdata.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Keeps all functions; equal ones stay in the order of the file, as newer releases have it. */
final class HottestSorted implements HottestFunctions {
  private static final Comparator<Hot> LARGEST_FIRST =
      (a, b) -> Long.compareUnsigned(b.maxCount(), a.maxCount());

  private final List<Hot> functions = new ArrayList<>();

  HottestSorted() {}

  @Override
  public void add(ProfileName name, long maxCount) {
    functions.add(new Hot(name, maxCount));
  }

  @Override
  public List<Hot> descending() {
    return functions.stream().sorted(LARGEST_FIRST).toList();
  }
}
