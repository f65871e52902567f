package dev.profdata.cli.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A source file, and how many of its local functions never ran.
 *
 * @param path the file; empty for all functions whose name tells no file
 * @param functions how many functions of it are in the profile
 * @param neverExecuted how many of them have no counter above 0
 */
record SourceFile(Optional<String> path, long functions, long neverExecuted) {
  private static final Comparator<SourceFile> COLDEST_FIRST =
      Comparator.comparingLong(SourceFile::neverExecuted)
          .reversed()
          .thenComparing(SourceFile::functions)
          .thenComparing(file -> file.path().orElse(""));

  /** Returns the files of all functions, those with most functions that never ran first. */
  static List<SourceFile> of(Collection<FunctionCounts> functions) {
    Map<Optional<String>, SourceFile> files = new HashMap<>();
    for (FunctionCounts function : functions) {
      Optional<String> path = LocalName.of(function.function().name()).file();
      long cold = function.isExecuted() ? 0 : 1;
      files.merge(path, new SourceFile(path, 1, cold), SourceFile::plus);
    }
    return files.values().stream().sorted(COLDEST_FIRST).toList();
  }

  SourceFile plus(SourceFile other) {
    return new SourceFile(path, functions + other.functions, neverExecuted + other.neverExecuted);
  }

  /** Returns the part of the functions that never ran, from 0 to 1. */
  double coldShare() {
    return functions == 0 ? 0 : (double) neverExecuted / functions;
  }
}
