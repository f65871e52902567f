package dev.profdata.cli;

import dev.profdata.model.ProfileName;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Selects functions by name as {@code merge --function} and {@code --no-function} do. */
final class FunctionFilter implements Predicate<ProfileName> {
  private final Optional<Pattern> wanted;
  private final Optional<Pattern> unwanted;
  private final Map<ProfileName, Boolean> answers = new HashMap<>();

  private FunctionFilter(Optional<Pattern> wanted, Optional<Pattern> unwanted) {
    this.wanted = wanted;
    this.unwanted = unwanted;
  }

  /** Returns a filter, empty if neither expression is given. */
  static Optional<FunctionFilter> of(Optional<String> wanted, Optional<String> unwanted) {
    return wanted.isEmpty() && unwanted.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new FunctionFilter(wanted.map(PosixRegex::compile), unwanted.map(PosixRegex::compile)));
  }

  @Override
  public boolean test(ProfileName name) {
    return answers.computeIfAbsent(name, this::passes);
  }

  private boolean passes(ProfileName name) {
    String bytes = new String(name.bytes(), StandardCharsets.ISO_8859_1);
    return unwanted.stream().noneMatch(pattern -> pattern.matcher(bytes).find())
        && (wanted.isEmpty() || wanted.get().matcher(bytes).find());
  }

  /** Returns LLVM's sentence on how many names did not pass. */
  String report() {
    long filtered = answers.values().stream().filter(passed -> !passed).count();
    return "%d of %d functions in the original profile are filtered."
        .formatted(filtered, answers.size());
  }
}
