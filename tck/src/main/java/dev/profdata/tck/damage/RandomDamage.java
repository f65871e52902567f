package dev.profdata.tck.damage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Damages profiles at random: cuts them, flips bits, changes words of the header and of the rest,
 * swaps blocks, joins two files, and in text profiles changes lines. The same seed damages in the
 * same ways. Confined to one thread.
 *
 * @since 1.0
 */
public final class RandomDamage {
  private static final int HEADER = 160;
  private static final int MOST_CHANGES = 3;
  private static final long[] SIZES = {
    0,
    1,
    2,
    7,
    8,
    255,
    256,
    1 << 16,
    1 << 24,
    Integer.MAX_VALUE,
    1L << 31,
    1L << 40,
    1L << 56,
    1L << 61,
    Long.MAX_VALUE,
    -1
  };
  private static final List<String> LINES =
      List.of(
          "0",
          "1",
          "2",
          "3",
          "4",
          "-1",
          "0x1f",
          "08",
          "0b1",
          "$1",
          "$0x2",
          "$",
          ":ir",
          ":csir",
          ":fe",
          ":temporal_prof_traces",
          ":single_byte_coverage",
          ":entry_first",
          ":nonsense",
          "",
          "#",
          "main",
          "main:1",
          ":5",
          "5:",
          "5:5",
          "a:b:c",
          "** External Symbol **:3",
          " 1",
          "1 ",
          "18446744073709551615",
          "18446744073709551616",
          "4294967296",
          "\r",
          "main,foo,",
          ",");

  private final Random random;

  /** Starts with a seed. */
  public RandomDamage(long seed) {
    this.random = new Random(seed);
  }

  /**
   * Returns one to three damages of a file together.
   *
   * @param other a file of which parts may be joined
   */
  public DamagedFile next(byte[] file, byte[] other) {
    DamagedFile damaged = once(file, other);
    StringBuilder all = new StringBuilder(damaged.toString());
    // Mostly one: what is damaged in many ways is refused for the first of them.
    for (int more = random.nextInt(MOST_CHANGES * 2) - MOST_CHANGES; more > 0; more--) {
      damaged = once(damaged.bytes(), other);
      all.append("; ").append(damaged);
    }
    return new DamagedFile(all.toString(), damaged.bytes());
  }

  private DamagedFile once(byte[] file, byte[] other) {
    if (file.length < 2 * Long.BYTES) {
      return flip(file);
    }
    if (isText(file) && random.nextInt(4) > 0) {
      return line(file);
    }
    return switch (random.nextInt(12)) {
      case 0 -> cut(file);
      case 1, 2 -> flip(file);
      case 3, 4, 5 -> word(file, Math.min(file.length, HEADER), Long.BYTES);
      case 6, 7, 8 -> word(file, file.length, 4 << random.nextInt(2));
      case 9 -> swap(file);
      case 10 -> splice(file, other);
      default -> insert(file);
    };
  }

  private static boolean isText(byte[] file) {
    return file[0] >= ' ' && file[0] < 0x7F;
  }

  private DamagedFile cut(byte[] file) {
    int length = random.nextInt(file.length);
    return new DamagedFile("cut to " + length, Arrays.copyOf(file, length));
  }

  private DamagedFile flip(byte[] file) {
    if (file.length == 0) {
      return new DamagedFile("empty", file);
    }
    byte[] copy = file.clone();
    int at = random.nextInt(copy.length);
    int bit = 1 << random.nextInt(Byte.SIZE);
    copy[at] ^= (byte) bit;
    return new DamagedFile("0x%02x flipped at 0x%x".formatted(bit, at), copy);
  }

  /** Changes a word a little, or puts a size into it that no file has. */
  private DamagedFile word(byte[] file, int end, int bytes) {
    byte[] copy = file.clone();
    int at = random.nextInt(Math.max(1, end / bytes)) * bytes;
    if (at + bytes > copy.length) {
      return flip(file);
    }
    ByteOrder order = file[0] == -1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    ByteBuffer buffer = ByteBuffer.wrap(copy).order(order);
    boolean half = bytes == Integer.BYTES;
    long old = half ? buffer.getInt(at) & 0xFFFF_FFFFL : buffer.getLong(at);
    long value =
        switch (random.nextInt(4)) {
          case 0 -> old + random.nextInt(-9, 10);
          case 1 -> old ^ 1L << random.nextInt(bytes * Byte.SIZE);
          case 2 -> random.nextInt(2 * file.length);
          default -> SIZES[random.nextInt(SIZES.length)];
        };
    if (half) {
      buffer.putInt(at, (int) value);
    } else {
      buffer.putLong(at, value);
    }
    return new DamagedFile("0x%x as %d bytes at 0x%x".formatted(value, bytes, at), copy);
  }

  private DamagedFile swap(byte[] file) {
    int size = Long.BYTES << random.nextInt(4);
    if (2 * size > file.length) {
      return flip(file);
    }
    byte[] copy = file.clone();
    int at = random.nextInt((file.length - 2 * size) / Long.BYTES + 1) * Long.BYTES;
    System.arraycopy(file, at + size, copy, at, size);
    System.arraycopy(file, at, copy, at + size, size);
    return new DamagedFile("%d bytes swapped at 0x%x".formatted(size, at), copy);
  }

  private DamagedFile splice(byte[] file, byte[] other) {
    boolean whole = random.nextBoolean();
    int kept = whole ? file.length : random.nextInt(file.length / Long.BYTES) * Long.BYTES;
    int from = whole || other.length == 0 ? 0 : random.nextInt(other.length);
    byte[] joined = Arrays.copyOf(file, kept + other.length - from);
    System.arraycopy(other, from, joined, kept, other.length - from);
    return new DamagedFile(
        "first 0x%x bytes, then another file from 0x%x on".formatted(kept, from), joined);
  }

  private DamagedFile insert(byte[] file) {
    int at = random.nextInt(file.length + 1);
    int size = random.nextBoolean() ? Long.BYTES : 1 + random.nextInt(Long.BYTES);
    boolean away = random.nextBoolean() && at + size <= file.length;
    byte[] copy = new byte[file.length + (away ? -size : size)];
    System.arraycopy(file, 0, copy, 0, at);
    if (away) {
      System.arraycopy(file, at + size, copy, at, copy.length - at);
    } else {
      System.arraycopy(file, at, copy, at + size, file.length - at);
    }
    return new DamagedFile(
        "%d bytes %s at 0x%x".formatted(size, away ? "away" : "of zeros", at), copy);
  }

  private DamagedFile line(byte[] file) {
    String[] lines = new String(file, StandardCharsets.ISO_8859_1).split("\n", -1);
    int at = random.nextInt(lines.length);
    String old = lines[at];
    String word = LINES.get(random.nextInt(LINES.size()));
    String other = lines[random.nextInt(lines.length)];
    lines[at] =
        switch (random.nextInt(6)) {
          case 0 -> word;
          case 1 -> old + "\n" + word;
          case 2 -> old + word;
          case 3 -> other;
          case 4 -> old + "\n" + other;
          default -> "";
        };
    String joined = String.join("\n", lines);
    return new DamagedFile(
        "line %d is \"%s\"".formatted(at + 1, lines[at].replace("\n", "\\n")),
        joined.getBytes(StandardCharsets.ISO_8859_1));
  }
}
