package dev.profdata.tck;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules of {@code RULES.md}, which lies beside this class in the kit's jar.
 *
 * <p>Immutable; may be shared between threads.
 *
 * @since 0.1
 */
public final class RuleBook {
  private static final String DOCUMENT = "RULES.md";
  private static final Pattern ROW = Pattern.compile("\\| ([A-Z]+-[0-9]+) \\| (.+) \\|");

  private final Map<String, String> sentences;

  private RuleBook(Map<String, String> sentences) {
    this.sentences = sentences;
  }

  /** Reads the rules. */
  public static RuleBook load() {
    Map<String, String> sentences = new LinkedHashMap<>();
    for (String line : document().split("\n", -1)) {
      Matcher row = ROW.matcher(line);
      if (row.matches() && sentences.put(row.group(1), row.group(2)) != null) {
        throw new IllegalStateException("two rules have the number " + row.group(1));
      }
    }
    return new RuleBook(sentences);
  }

  private static String document() {
    try (InputStream in = RuleBook.class.getResourceAsStream(DOCUMENT)) {
      if (in == null) {
        throw new IllegalStateException("the kit lacks " + DOCUMENT);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the sentence of every rule by its number, in the order of the document. */
  public Map<String, String> sentences() {
    return new LinkedHashMap<>(sentences);
  }

  /** Returns the sentence of a rule, empty if there is no such rule. */
  public Optional<String> sentence(String rule) {
    return Optional.ofNullable(sentences.get(rule));
  }
}
