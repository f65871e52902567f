package dev.profdata.cli;

import java.util.Map;

/** The colours of LLVM's tools for the words that begin a message. */
final class Colours {
  private static final String RESET = "\u001b[0m";
  private static final String BOLD_RED = "\u001b[0;1;31m";
  private static final String BOLD_MAGENTA = "\u001b[0;1;35m";

  private Colours() {}

  /**
   * Tells whether somebody wants to see colours: a person at a terminal that can show them, who did
   * not say otherwise by {@code NO_COLOR} or {@code TERM=dumb}.
   */
  static boolean areWanted(boolean interactive, Map<String, String> environment) {
    return interactive
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  static String error(String word) {
    return BOLD_RED + word + RESET;
  }

  static String warning(String word) {
    return BOLD_MAGENTA + word + RESET;
  }
}
