package dev.profdata.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Options of LLVM's tool that concern other profiles than those of instrumentation, for a sentence
 * that says so.
 */
final class ForeignOptions {
  private static final String SAMPLE = "sample profiles";
  private static final String MEMORY = "memory profiles";

  /** Means the symbols of a sample profile, or the functions that debug information tells of. */
  static final String SYMBOL_LIST = "--show-prof-sym-list";

  private static final Map<String, Set<String>> OF_SAMPLE_PROFILES =
      Map.of(
          "merge",
          Set.of(
              "--sample",
              "--use-md5",
              "--compress-all-sections",
              "--gen-partial-profile",
              "--gen-cs-nested-profile",
              "--split-layout",
              "--output-size-limit",
              "--prof-sym-list",
              "--drop-profile-symbol-list",
              "--convert-sample-profile-layout",
              "--sample-merge-cold-context",
              "--sample-trim-cold-context",
              "--sample-frame-depth-for-cold-context",
              "--fs-discriminator-pass",
              "--supplement-instr-with-sample",
              "--instr-prof-cold-threshold",
              "--suppl-min-size-threshold",
              "--zero-counter-threshold"),
          "show",
          Set.of("--sample", SYMBOL_LIST, "--show-sec-info-only"),
          "overlap",
          Set.of("--sample", "--similarity-cutoff"));

  private static final Map<String, Set<String>> OF_MEMORY_PROFILES =
      Map.of(
          "merge",
          Set.of(
              "--memprof-version",
              "--memprof-full-schema",
              "--memprof-random-hotness",
              "--memprof-random-hotness-seed",
              "--profiled-binary"),
          "show",
          Set.of("--memory", "--profiled-binary"));

  private ForeignOptions() {}

  /**
   * Explains arguments that a command does not know.
   *
   * @return a sentence, empty if none of them is such an option
   */
  static Optional<String> explain(String command, List<String> unknown) {
    return unknown.stream().flatMap(argument -> explain(command, argument).stream()).findFirst();
  }

  /** Explains one option. */
  static Optional<String> explain(String command, String argument) {
    String name = argument.replaceFirst("^--?", "--").replaceFirst("=.*", "");
    if (OF_SAMPLE_PROFILES.getOrDefault(command, Set.of()).contains(name)) {
      return Optional.of(sentence(name, SAMPLE));
    }
    return OF_MEMORY_PROFILES.getOrDefault(command, Set.of()).contains(name)
        ? Optional.of(sentence(name, MEMORY))
        : Optional.empty();
  }

  private static String sentence(String option, String profiles) {
    return "%s concerns %s; %s reads and writes instrumentation profiles only"
        .formatted(option, profiles, CommandRunner.NAME);
  }
}
