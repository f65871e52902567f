package dev.profdata.indexed.text;

import dev.profdata.internal.bytes.Budget;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.Limit;
import dev.profdata.io.Limits;
import dev.profdata.io.ProfileSection;
import dev.profdata.model.ProfileName;
import dev.profdata.model.ProfileVariant;
import dev.profdata.model.TemporalTrace;
import dev.profdata.model.TraceSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Reads the lines that begin with a colon: variant flags and temporal traces. */
final class TextHeaderReader {
  private static final int FEW_NAMES = 64;
  private static final ProfileVariant FRONT_END = new ProfileVariant(0, true);

  private final TextLines lines;
  private final Budget budget;
  private ProfileVariant variant = ProfileVariant.NONE;
  private TraceSet traces = TraceSet.EMPTY;

  TextHeaderReader(TextLines lines, Limits limits) {
    this.budget = new Budget(lines.source(), limits);
    this.lines = lines;
  }

  ProfileVariant variant() {
    return variant;
  }

  TraceSet traces() {
    return traces;
  }

  void read() throws IOException {
    while (lines.startsWith(':')) {
      String flag =
          new String(lines.bytes, lines.start + 1, lines.length() - 1, StandardCharsets.ISO_8859_1)
              .toLowerCase(Locale.ROOT);
      apply(flag);
    }
  }

  private void apply(String flag) throws IOException {
    switch (flag) {
      case "ir" -> add(ProfileVariant.IR_LEVEL);
      case "csir" -> add(ProfileVariant.IR_LEVEL | ProfileVariant.CONTEXT_SENSITIVE);
      case "fe" -> variant = variant.union(FRONT_END);
      case "entry_first" -> add(ProfileVariant.ENTRY_FIRST);
      case "not_entry_first" -> variant = variant.without(ProfileVariant.ENTRY_FIRST);
      case "single_byte_coverage" -> add(ProfileVariant.BYTE_COVERAGE);
      case "instrument_loop_entries" -> add(ProfileVariant.LOOP_ENTRIES);
      case "temporal_prof_traces" -> {
        add(ProfileVariant.TEMPORAL);
        lines.advance();
        readTraces();
        return;
      }
      default ->
          throw lines.error(
              ErrorKind.BAD_HEADER, "':%s' is no flag of a text profile".formatted(flag));
    }
    lines.advance();
  }

  private void add(long flag) {
    variant = variant.with(flag);
  }

  private void readTraces() throws IOException {
    long count = number("the number of traces");
    if (count >>> Integer.SIZE != 0) {
      throw lines.error(ErrorKind.MALFORMED, "number of traces is too large");
    }
    long streamSize = number("the size of the trace stream");
    List<TemporalTrace> read = new ArrayList<>(traces.traces());
    for (long i = 0; i < count; i++) {
      budget.take(Limit.TRACES, 1, ProfileSection.TEXT, lines.start);
      long weight = number("the weight of a trace");
      requireLine("the functions of a trace");
      read.add(TemporalTrace.of(weight, hashesOfLine()));
      lines.advance();
    }
    traces = new TraceSet(read, streamSize);
  }

  private void requireLine(String wanted) throws IOException {
    if (lines.atEnd()) {
      throw lines.error(ErrorKind.TRUNCATED, "file ends where " + wanted + " should be");
    }
  }

  private long number(String wanted) throws IOException {
    requireLine(wanted);
    OptionalLong value = TextNumber.anyBase(lines.bytes, lines.start, lines.end);
    if (value.isEmpty()) {
      throw lines.error(ErrorKind.MALFORMED, wanted + " is not a valid integer");
    }
    lines.advance();
    return value.getAsLong();
  }

  /** Hashes the names between commas; white space around them does not belong to them. */
  private long[] hashesOfLine() {
    long[] hashes = new long[FEW_NAMES];
    int size = 0;
    int start = lines.start;
    for (int at = lines.start; at <= lines.end; at++) {
      if (at == lines.end || lines.bytes[at] == ',') {
        int first = start;
        int last = at;
        while (first < last && isBlank(lines.bytes[first])) {
          first++;
        }
        while (last > first && isBlank(lines.bytes[last - 1])) {
          last--;
        }
        if (last > first) {
          hashes = size == hashes.length ? Arrays.copyOf(hashes, size * 2) : hashes;
          hashes[size++] = ProfileName.hash(lines.bytes, first, last - first);
        }
        start = at + 1;
      }
    }
    return Arrays.copyOf(hashes, size);
  }

  private static boolean isBlank(byte c) {
    return Character.isWhitespace(c & 0xFF);
  }
}
