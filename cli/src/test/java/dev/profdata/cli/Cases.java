package dev.profdata.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What conformance tests have in common. */
final class Cases {
  private static final int OLDEST = 13;
  private static final int NEWEST = 23;

  private Cases() {}

  /** Returns all releases that can be asked for; where a tool is missing the test says so. */
  static Stream<Integer> releases() {
    return IntStream.rangeClosed(OLDEST, NEWEST).boxed();
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
