package dev.profdata.raw;

import dev.profdata.model.ProfileName;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.InflaterInputStream;

/**
 * Where everything of one image of a whole raw file stands, worked out from the tables of the
 * format by other code than the reader's: what must be kept when the file is cut off.
 */
final class CutImage {
  private static final String[] SECTIONS = {
    "ids", "data", "counters", "bitmap", "uniform", "names", "vtables", "vnames"
  };

  private final byte[] file;
  private final ByteBuffer bytes;
  private final int start;
  private final int pointer;
  private final int version;
  private final boolean coverage;
  private final Map<String, Long> words = new LinkedHashMap<>();
  private final Map<String, int[]> sections = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private int end;

  /** A record: where its parts end in the file; a part that it does not have ends at 0. */
  private record Row(
      long nameRef, int nameEnd, int countersEnd, int bitmapEnd, int uniformEnd, int sites) {}

  /** Ends of the value data of the rows that have sites, by row. */
  private final Map<Integer, Integer> valueEnds = new LinkedHashMap<>();

  CutImage(byte[] file, int start) throws IOException {
    this.file = file;
    this.start = start;
    this.bytes = ByteBuffer.wrap(file);
    boolean little = (file[start] & 0xFF) == 0x81;
    bytes.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    this.pointer = file[start + (little ? 1 : 6)] == 'r' ? 8 : 4;
    long versionWord = bytes.getLong(start + 8);
    this.version = (int) versionWord;
    this.coverage = (versionWord >>> 60 & 1) != 0;
    readHeader();
    placeSections();
    readRows();
    findValues();
  }

  private void readHeader() {
    String header =
        switch (version) {
          case 1 -> "magic version data counters names cdelta ndelta";
          case 2, 3 -> "magic version data counters names cdelta ndelta last vsize vdelta";
          case 4 -> "magic version data counters names cdelta ndelta last";
          case 5 -> "magic version data pad.data counters pad.counters names cdelta ndelta last";
          case 6 ->
              "magic version data pad.data counters pad.counters names cdelta ndelta last ids";
          case 7, 8 ->
              "magic version ids data pad.data counters pad.counters names cdelta ndelta last";
          case 9 ->
              "magic version ids data pad.data counters pad.counters bitmap pad.bitmap names cdelta"
                  + " bdelta ndelta last";
          case 10 ->
              "magic version ids data pad.data counters pad.counters bitmap pad.bitmap names cdelta"
                  + " bdelta ndelta vtables vnames last";
          default ->
              "magic version ids data pad.data counters pad.counters bitmap pad.bitmap uniform"
                  + " pad.uniform udelta names cdelta bdelta ndelta vtables vnames last";
        };
    end = start;
    for (String word : header.split(" ", -1)) {
      words.put(word, bytes.getLong(end));
      end += Long.BYTES;
    }
  }

  private int word(String name) {
    return (int) (long) words.getOrDefault(name, 0L);
  }

  private void placeSections() {
    for (String name : SECTIONS) {
      int unit =
          switch (name) {
            case "data" -> recordBytes();
            case "counters" -> coverage ? 1 : Long.BYTES;
            case "uniform" -> Long.BYTES;
            case "vtables" -> pointer == 8 ? 24 : 16;
            default -> 1;
          };
      int size = word(name) * unit;
      sections.put(name, new int[] {end, end + size});
      end += size + word("pad." + name);
      if (name.equals("names") && version == 1) {
        end = Math.min(file.length, end + 8 - size % 8);
      } else if (name.equals("names") || name.equals("vnames")) {
        end += -size & 7;
      }
    }
  }

  private int recordBytes() {
    boolean wide = pointer == 8;
    return switch (version) {
      case 1 -> wide ? 32 : 24;
      case 2 -> wide ? 56 : 40;
      case 9, 10 -> wide ? 64 : 48;
      case 11 -> wide ? 72 : 56;
      default -> wide ? 48 : 40;
    };
  }

  private long pointerAt(int at) {
    return pointer == 8 ? bytes.getLong(at) : bytes.getInt(at);
  }

  private int offset(int wide, int narrow) {
    return pointer == 8 ? wide : narrow;
  }

  private void readRows() {
    for (int row = 0; row < word("data"); row++) {
      int at = sectionStart("data") + row * recordBytes();
      int counters = bytes.getInt(at + counterCountOffset());
      int countersAt = version <= 2 ? at + offset(24, 20) : at + 16;
      int slot = coverage ? 1 : Long.BYTES;
      int bitmap = 0;
      int uniform = 0;
      if (version >= 9 && word("bitmap") > 0) {
        int size = bytes.getInt(at + bitmapSizeOffset());
        int where = at + (version == 11 ? offset(32, 24) : offset(24, 20));
        bitmap = size == 0 ? 0 : end("bitmap", "bdelta", row, where, size);
      }
      if (version == 11 && word("uniform") > 0 && pointerAt(at + offset(24, 20)) != 0) {
        uniform = end("uniform", "udelta", row, at + offset(24, 20), counters * Long.BYTES);
      }
      int nameEnd = 0;
      long nameRef = 0;
      if (version <= 2) {
        nameEnd = end("names", "ndelta", row, at + 16, bytes.getInt(at));
      } else {
        nameRef = bytes.getLong(at);
      }
      rows.add(
          new Row(
              nameRef,
              nameEnd,
              end("counters", "cdelta", row, countersAt, counters * slot),
              bitmap,
              uniform,
              sites(at)));
    }
  }

  private int counterCountOffset() {
    return switch (version) {
      case 1, 2 -> 4;
      case 9, 10 -> offset(48, 32);
      case 11 -> offset(56, 36);
      default -> offset(40, 28);
    };
  }

  private int bitmapSizeOffset() {
    return switch (version) {
      case 9 -> offset(56, 40);
      case 10 -> offset(60, 44);
      default -> offset(68, 48);
    };
  }

  private int sites(int record) {
    int kinds =
        switch (version) {
          case 1 -> 0;
          case 2, 3 -> 1;
          case 4 -> word("last") + 1;
          case 10, 11 -> 3;
          default -> 2;
        };
    int at =
        switch (version) {
          case 2 -> offset(48, 32);
          case 9, 10 -> offset(52, 36);
          case 11 -> offset(60, 40);
          default -> offset(44, 32);
        };
    int sites = 0;
    for (int kind = 0; kind < kinds; kind++) {
      sites += bytes.getShort(record + at + 2 * kind) & 0xFFFF;
    }
    return sites;
  }

  private int end(String section, String delta, int row, int at, int length) {
    long base = words.getOrDefault(delta, 0L);
    if (version >= 8) {
      base -= (long) row * recordBytes();
    }
    long difference = pointerAt(at) - base;
    long distance = pointer == 4 ? (int) difference : difference;
    int offset = (int) distance;
    if (distance != offset || offset < 0) {
      // Kernels whose version was typed in by hand: distances from the record, counters right
      // behind the smallest.
      offset = (int) (pointerAt(at) + (long) row * recordBytes() - lowestDistance());
    }
    return sectionStart(section) + offset + length;
  }

  private long lowestDistance() {
    long lowest = Long.MAX_VALUE;
    for (int row = 0; row < word("data"); row++) {
      int at = sectionStart("data") + row * recordBytes() + 16;
      lowest = Math.min(lowest, pointerAt(at) + (long) row * recordBytes());
    }
    return lowest;
  }

  private void findValues() {
    if (hasNoValues(end)) {
      return;
    }
    if (bytes.getLong(end) == 0) {
      end += Long.BYTES;
      if (hasNoValues(end)) {
        return;
      }
    }
    for (int row = 0; row < rows.size(); row++) {
      if (rows.get(row).sites() > 0) {
        end += bytes.getInt(end);
        valueEnds.put(row, end);
      }
    }
  }

  private boolean hasNoValues(int at) {
    boolean wanted = rows.stream().anyMatch(row -> row.sites() > 0);
    boolean next = at + 8 <= file.length && bytes.getLong(at) == words.getOrDefault("magic", 0L);
    return !wanted || next || isZero(at, file.length);
  }

  private boolean isZero(int from, int to) {
    for (int at = from; at < to; at++) {
      if (file[at] != 0) {
        return false;
      }
    }
    return true;
  }

  /** Returns where the next image starts, or the length of the file. */
  int next() {
    int at = end;
    while (at < file.length && file[at] == 0) {
      at++;
    }
    return at;
  }

  int rows() {
    return rows.size();
  }

  private int sectionStart(String name) {
    return section(name)[0];
  }

  private int[] section(String name) {
    return sections.getOrDefault(name, new int[2]);
  }

  /** Returns the ends of the header and of all sections and gaps, and the middles of all. */
  Set<Integer> places() {
    Set<Integer> ends = new HashSet<>(List.of(start, sectionStart("ids"), end));
    for (int[] section : sections.values()) {
      ends.add(section[0]);
      ends.add(section[1]);
    }
    valueEnds.values().stream().limit(3).forEach(ends::add);
    rows.stream().limit(3).forEach(row -> ends.add(row.countersEnd()));
    List<Integer> sorted = ends.stream().sorted().toList();
    Set<Integer> places = new HashSet<>();
    for (int i = 0; i < sorted.size(); i++) {
      int at = sorted.get(i);
      places.addAll(List.of(at - 1, at, at + 1));
      if (i > 0) {
        places.add((at + sorted.get(i - 1)) / 2);
      }
    }
    places.removeIf(place -> place < start || place >= file.length);
    return places;
  }

  /** Tells whether nothing but zeros of the image lies beyond a place. */
  boolean isWholeAt(int length) {
    return length >= end || version == 1 && length >= section("names")[1];
  }

  /** Tells whether a file of this length has the sections before the value data. */
  boolean hasSectionsAt(int length) {
    return length >= valuesStart();
  }

  private int valuesStart() {
    int at = section("vnames")[1];
    return at + (-word("vnames") & 7);
  }

  /**
   * Tells whether nothing but zeros stands where value data should, so that it counts as missing.
   */
  boolean lacksValuesAt(int length) {
    return isZero(Math.min(length, valuesStart()), length);
  }

  /** Tells whether a file of this length ends before the last name does. */
  boolean isInNames(int length) {
    return length < section("names")[1];
  }

  /** Tells whether a row must be kept of a file of this length. */
  boolean keeps(int row, int length) {
    Row it = rows.get(row);
    return length >= section("data")[1]
        && Math.max(it.countersEnd(), it.nameEnd()) <= length
        && Math.max(it.bitmapEnd(), it.uniformEnd()) <= length;
  }

  /** Tells whether a row has its value data in a file of this length. */
  boolean hasValues(int row, int length) {
    return valueEnds.getOrDefault(row, Integer.MAX_VALUE) <= length;
  }

  boolean hasSites(int row) {
    return rows.get(row).sites() > 0;
  }

  /** Returns the hashes of the names that must be known of a file of this length. */
  Set<Long> namesAt(int length) throws IOException {
    Set<Long> hashes = new HashSet<>();
    int at = sectionStart("names");
    int end = Math.min(section("names")[1], length);
    while (at < end) {
      if (file[at] == 0) {
        at++;
        continue;
      }
      long[] sizes = new long[2];
      for (int i = 0; i < sizes.length; i++) {
        int shift = 0;
        boolean more = true;
        while (more) {
          if (at == end) {
            return hashes;
          }
          sizes[i] |= (long) (file[at] & 0x7F) << shift;
          more = (file[at] & 0x80) != 0;
          shift += 7;
          at++;
        }
      }
      int size = (int) (sizes[1] == 0 ? sizes[0] : sizes[1]);
      byte[] there = Arrays.copyOfRange(file, at, Math.min(end, at + size));
      byte[] joined = sizes[1] == 0 ? there : inflated(there);
      for (String name : new String(joined, StandardCharsets.ISO_8859_1).split("\1", -1)) {
        hashes.add(ProfileName.of(name.getBytes(StandardCharsets.ISO_8859_1)).hash());
      }
      at += size;
    }
    return hashes;
  }

  private static byte[] inflated(byte[] there) throws IOException {
    var out = new ByteArrayOutputStream();
    try (InputStreamOfPrefix in = new InputStreamOfPrefix(there)) {
      in.copyTo(out);
    }
    return out.toByteArray();
  }

  /** Inflates byte by byte until the stream is at its end or cut off. */
  private static final class InputStreamOfPrefix extends InflaterInputStream {
    InputStreamOfPrefix(byte[] there) {
      super(new ByteArrayInputStream(there));
    }

    void copyTo(ByteArrayOutputStream out) {
      try {
        for (int next = read(); next >= 0; next = read()) {
          out.write(next);
        }
      } catch (IOException cutOff) {
        // What was read so far is all there is.
      }
    }
  }
}
