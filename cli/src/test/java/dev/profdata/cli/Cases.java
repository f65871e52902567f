package dev.profdata.cli;

import dev.profdata.tck.oracle.LlvmTools;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What conformance tests have in common. */
final class Cases {
  private Cases() {}

  /** Returns the releases to compare with; where a tool is missing the test says so. */
  static Stream<Integer> releases() {
    return LlvmTools.compared().stream();
  }

  /** Returns the words of a line, and then more words. */
  static List<String> words(String line, String... more) {
    List<String> words = new ArrayList<>(List.of(line.strip().split(" +")));
    words.addAll(Arrays.asList(more));
    return words;
  }

  static String[] with(List<String> words, String... more) {
    List<String> all = new ArrayList<>(words);
    all.addAll(Arrays.asList(more));
    return all.toArray(String[]::new);
  }
}
