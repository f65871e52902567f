package dev.profdata.indexed.text;

import dev.profdata.internal.bytes.Budget;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.Limit;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileSection;
import dev.profdata.io.ReadOptions;
import dev.profdata.model.ImageBuilder;
import dev.profdata.model.NameTable;
import dev.profdata.model.ProfileName;
import dev.profdata.model.ValueKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;

/** Reads record after record into an image. */
final class TextRecordReader {
  private static final byte[] EXTERNAL_SYMBOL =
      TextRecordWriter.EXTERNAL_SYMBOL.getBytes(StandardCharsets.US_ASCII);

  private final TextLines lines;
  private final ImageBuilder image;
  private final boolean salvages;
  private final Budget.Tally functions;
  private final Budget.Tally counters;
  private final Budget.Tally nameBytes;
  private final Budget.Tally valueSites;
  private final NameTable.Builder vtableNames = NameTable.builder();
  private boolean begun;
  private boolean cut;

  /**
   * Prepares to read.
   *
   * @param options how much there may be, and whether a last record that the file may end in is
   *     left out
   */
  TextRecordReader(TextLines lines, ImageBuilder image, ReadOptions options) {
    this.lines = lines;
    this.image = image;
    this.salvages = options.salvages();
    Budget budget = new Budget(lines.source(), options.limits());
    this.functions = budget.of(Limit.FUNCTIONS);
    this.counters = budget.of(Limit.COUNTERS);
    this.nameBytes = budget.of(Limit.NAME_BYTES);
    this.valueSites = budget.of(Limit.VALUE_SITES);
  }

  /** Returns the names of virtual tables in the order in which values mention them. */
  NameTable vtableNames() {
    return vtableNames.build();
  }

  /** Tells whether a last record was left out because the file may end in it. */
  boolean isCut() {
    return cut;
  }

  /** Reads all records; if one is damaged, those before it stay in the image. */
  void readAll() throws IOException {
    boolean any = false;
    while (!lines.atEnd()) {
      try {
        readRecord();
        any = true;
      } catch (ProfileException e) {
        if (begun) {
          image.abandonFunction();
        }
        if (salvages && lines.atEndOfFile()) {
          cut = true;
          return;
        }
        throw e;
      }
    }
    // The last line may be half a number, and its record have had more lines.
    if (salvages && any && !lines.isAfterEmptyLine()) {
      image.abandonFunction();
      cut = true;
    }
  }

  private void readRecord() throws IOException {
    begun = false;
    int nameStart = lines.start;
    int nameLength = lines.length();
    take(functions, 1);
    take(nameBytes, nameLength);
    lines.advance();
    lines.require("a function hash");
    long structuralHash =
        take(
            TextNumber.anyBase(lines.bytes, lines.start, lines.end),
            "function hash is not a valid integer");
    image.function(lines.bytes, nameStart, nameLength, structuralHash);
    begun = true;
    readCounters();
    if (lines.startsWith('$')) {
      readBitmap();
    }
    readValues();
  }

  private void readCounters() throws IOException {
    lines.require("the number of counters");
    long announced =
        take(
            TextNumber.decimal(lines.bytes, lines.start, lines.end),
            "number of counters is not a valid integer");
    if (announced == 0) {
      throw lines.error(ErrorKind.MALFORMED, "number of counters is zero");
    }
    for (long i = 0; i != announced; i++) {
      lines.require("a counter");
      take(counters, 1);
      image.counter(
          take(TextNumber.decimal(lines.bytes, lines.start, lines.end), "count is invalid"));
    }
  }

  private void readBitmap() throws IOException {
    int start = lines.start + 1;
    while (start < lines.end && lines.bytes[start] == ' ') {
      start++;
    }
    int end = lines.end;
    while (end > start && lines.bytes[end - 1] == ' ') {
      end--;
    }
    long bytes =
        take(
            TextNumber.anyBase(lines.bytes, start, end),
            "number of bitmap bytes is not a valid integer");
    for (long i = 0; i != bytes; i++) {
      lines.require("a bitmap byte");
      OptionalLong value = TextNumber.anyBase(lines.bytes, lines.start, lines.end);
      if (value.isPresent() && value.getAsLong() >>> Byte.SIZE != 0) {
        value = OptionalLong.empty();
      }
      image.bitmap((byte) take(value, "bitmap byte is not a valid integer"));
    }
  }

  /** Only a line that is a decimal number begins value data; any other is the next name. */
  private void readValues() throws IOException {
    OptionalLong kinds = TextNumber.decimal32(lines.bytes, lines.start, lines.end);
    if (lines.atEnd() || kinds.isEmpty() || isStartOfName()) {
      return;
    }
    if (kinds.getAsLong() == 0 || kinds.getAsLong() > ValueKind.all().size()) {
      throw lines.error(ErrorKind.MALFORMED, "number of value kinds is invalid");
    }
    lines.advance();
    for (long i = 0; i < kinds.getAsLong(); i++) {
      readKind();
    }
  }

  /** What a cut leaves of a name behind an empty line may look like a number. */
  private boolean isStartOfName() {
    return salvages && lines.isAfterEmptyLine() && lines.atEndOfFile();
  }

  private void readKind() throws IOException {
    lines.require("a value kind");
    OptionalLong number = TextNumber.decimal32(lines.bytes, lines.start, lines.end);
    if (number.isPresent() && number.getAsLong() >= ValueKind.all().size()) {
      throw lines.error(ErrorKind.MALFORMED, "value kind is invalid");
    }
    ValueKind kind =
        ValueKind.ofNumber((int) take(number, "value kind is not a valid integer")).orElseThrow();
    long sites = number32("the number of value sites");
    for (long site = 0; site < sites; site++) {
      long values = number32("the number of values of a site");
      take(valueSites, 1);
      image.site(kind);
      for (long i = 0; i < values; i++) {
        readValue(kind);
      }
    }
  }

  /** Counts what is there, line by line: the numbers that texts announce cost nothing. */
  private void take(Budget.Tally left, long amount) throws IOException {
    left.take(amount, ProfileSection.TEXT, lines.start);
  }

  private long number32(String wanted) throws IOException {
    lines.require(wanted);
    return take(
        TextNumber.decimal32(lines.bytes, lines.start, lines.end),
        wanted + " is not a valid integer");
  }

  private void readValue(ValueKind kind) throws IOException {
    lines.require("a value");
    int colon = lines.end - 1;
    while (colon >= lines.start && lines.bytes[colon] != ':') {
      colon--;
    }
    int valueEnd = colon < lines.start ? lines.end : colon;
    long value = value(kind, valueEnd);
    long count =
        colon < lines.start
            ? take(OptionalLong.empty(), "value has no count")
            : take(
                TextNumber.decimal(lines.bytes, colon + 1, lines.end),
                "count of a value is not a valid integer");
    image.value(value, count);
  }

  private long value(ValueKind kind, int end) throws IOException {
    if (kind.namesTargets()) {
      return target(kind, end);
    }
    OptionalLong value = TextNumber.decimal(lines.bytes, lines.start, end);
    if (value.isEmpty()) {
      throw lines.error(ErrorKind.MALFORMED, "value is not a valid integer");
    }
    return value.getAsLong();
  }

  private long target(ValueKind kind, int end) throws IOException {
    int length = end - lines.start;
    if (length == 0) {
      throw lines.error(ErrorKind.MALFORMED, "symbol name is empty");
    }
    if (Arrays.equals(lines.bytes, lines.start, end, EXTERNAL_SYMBOL, 0, EXTERNAL_SYMBOL.length)) {
      return 0;
    }
    if (kind == ValueKind.VTABLE_TARGET) {
      return vtableNames.hash(vtableNames.add(lines.bytes, lines.start, length));
    }
    return ProfileName.hash(lines.bytes, lines.start, length);
  }

  /** Returns the number of the line at hand and moves on. */
  private long take(OptionalLong number, String otherwise) throws IOException {
    if (number.isEmpty()) {
      throw lines.error(ErrorKind.MALFORMED, otherwise);
    }
    lines.advance();
    return number.getAsLong();
  }
}
