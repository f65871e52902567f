package dev.profdata.tck;

import dev.profdata.model.ProfileName;
import dev.profdata.model.ValueKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads what {@code llvm-profdata merge --text} prints: functions only, trusting every line. */
final class TextTotals {
  private static final String EXTERNAL = "** External Symbol **";
  private static final String TRACES = ":temporal_prof_traces";

  private final Deque<String> lines = new ArrayDeque<>();
  private final Map<String, FunctionTotals> functions = new TreeMap<>();
  private final Set<Long> targets = new HashSet<>();

  private TextTotals(String text) {
    text.lines().filter(line -> !line.startsWith("#")).forEach(lines::add);
  }

  static TextTotals of(String text) {
    TextTotals totals = new TextTotals(text);
    totals.skipHeader();
    while (totals.skipBlank()) {
      String name = totals.lines.remove();
      String key = FunctionTotals.key(name(name), totals.number());
      totals.function(totals.functions.computeIfAbsent(key, absent -> FunctionTotals.empty()));
    }
    return totals;
  }

  /** Returns the totals of each name and structural hash. */
  Map<String, FunctionTotals> functions() {
    return functions;
  }

  /** Tells whether the text spells out the target with this name hash somewhere. */
  boolean namesTarget(long nameHash) {
    return targets.contains(nameHash);
  }

  private static ProfileName name(String latin1) {
    return ProfileName.of(latin1.getBytes(StandardCharsets.ISO_8859_1));
  }

  private boolean skipBlank() {
    while (!lines.isEmpty() && lines.element().isBlank()) {
      lines.remove();
    }
    return !lines.isEmpty();
  }

  private void skipHeader() {
    while (skipBlank() && lines.element().startsWith(":")) {
      if (lines.remove().startsWith(TRACES)) {
        int traces = (int) number();
        number();
        for (int trace = 0; trace < traces; trace++) {
          number();
          lines.remove();
        }
      }
    }
  }

  private long number() {
    skipBlank();
    return Long.parseUnsignedLong(lines.remove().strip());
  }

  /** The lines of a function end at a blank one. */
  private boolean atEnd() {
    return lines.isEmpty() || lines.element().isBlank();
  }

  private void function(FunctionTotals totals) {
    int counters = (int) number();
    for (int i = 0; i < counters; i++) {
      totals.addCounter(i, number());
    }
    if (!atEnd() && lines.element().startsWith("$")) {
      int bytes = Integer.parseInt(lines.remove().substring(1));
      for (int i = 0; i < bytes; i++) {
        totals.addBitmapByte(i, (byte) (int) Integer.decode(lines.remove()));
      }
      skipOneBlank();
    }
    if (!atEnd()) {
      values(totals);
    }
  }

  /** A blank line stands between bitmap and values, but also behind the last part. */
  private void skipOneBlank() {
    if (!lines.isEmpty() && lines.element().isBlank()) {
      lines.remove();
    }
  }

  private void values(FunctionTotals totals) {
    int kinds = (int) number();
    int next = 0;
    for (int i = 0; i < kinds; i++) {
      ValueKind kind = ValueKind.ofNumber((int) number()).orElseThrow();
      int sites = (int) number();
      for (int site = 0; site < sites; site++, next++) {
        totals.addSite(next);
        int values = (int) number();
        for (int value = 0; value < values; value++) {
          value(totals, next, kind);
        }
      }
    }
  }

  private void value(FunctionTotals totals, int site, ValueKind kind) {
    String line = lines.remove();
    int colon = line.lastIndexOf(':');
    String value = line.substring(0, colon);
    long count = Long.parseUnsignedLong(line.substring(colon + 1).strip());
    if (!kind.namesTargets()) {
      totals.addValue(site, Long.parseUnsignedLong(value), count);
    } else if (value.isEmpty() || value.equals(EXTERNAL)) {
      totals.addValue(site, 0, count);
    } else {
      long hash = name(value).hash();
      targets.add(hash);
      totals.addValue(site, hash, count);
    }
  }
}
