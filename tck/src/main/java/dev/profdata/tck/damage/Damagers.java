package dev.profdata.tck.damage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Ways in which a profile gets damaged. Each answers its files one after the other, as they are
 * asked for; the same file is damaged in the same ways every time.
 *
 * @since 0.1
 */
public final class Damagers {
  private static final int HEADER = 256;
  private static final int[] CHANGES = {0x01, 0x80};
  private static final int NOISES = 64;
  private static final int MAGIC = 8;
  private static final int LONGEST_VARINT = 10;

  private Damagers() {}

  /** Cuts a file after each byte. */
  public static Stream<DamagedFile> cut(byte[] file) {
    return IntStream.range(0, file.length)
        .mapToObj(length -> new DamagedFile("cut to " + length, Arrays.copyOf(file, length)));
  }

  /** Flips every bit of the first 256 bytes, and some bits of each other byte. */
  public static Stream<DamagedFile> flip(byte[] file) {
    Stream<DamagedFile> bits =
        IntStream.range(0, Math.min(HEADER, file.length) * Byte.SIZE)
            .mapToObj(bit -> flipped(file, bit / Byte.SIZE, 1 << bit % Byte.SIZE));
    Stream<DamagedFile> bytes =
        IntStream.range(0, file.length)
            .boxed()
            .flatMap(at -> Arrays.stream(CHANGES).mapToObj(change -> flipped(file, at, change)));
    return Stream.concat(bits, bytes);
  }

  private static DamagedFile flipped(byte[] file, int at, int bits) {
    return changed(
        file, "0x%02x flipped at 0x%x".formatted(bits, at), copy -> copy[at] ^= (byte) bits);
  }

  private static DamagedFile changed(byte[] file, String damage, Consumer<byte[]> change) {
    byte[] copy = file.clone();
    change.accept(copy);
    return new DamagedFile(damage, copy);
  }

  /** Swaps neighbouring blocks of 8, 16, 32 … bytes, and the bytes of each word. */
  public static Stream<DamagedFile> swap(byte[] file) {
    Stream<DamagedFile> blocks =
        IntStream.iterate(Long.BYTES, size -> size <= file.length / 2, size -> size * 2)
            .boxed()
            .flatMap(
                size ->
                    places(file, 2 * size, size)
                        .mapToObj(
                            at ->
                                changed(
                                    file,
                                    "%d bytes swapped at 0x%x".formatted(size, at),
                                    copy -> {
                                      System.arraycopy(file, at + size, copy, at, size);
                                      System.arraycopy(file, at, copy, at + size, size);
                                    })));
    Stream<DamagedFile> words =
        places(file, Long.BYTES, Long.BYTES)
            .mapToObj(
                at ->
                    changed(
                        file,
                        "word turned round at 0x%x".formatted(at),
                        copy -> {
                          ByteBuffer buffer = ByteBuffer.wrap(copy);
                          buffer.putLong(at, Long.reverseBytes(buffer.getLong(at)));
                        }));
    return Stream.concat(blocks, words);
  }

  /** Returns the places of runs of {@code length} bytes, {@code step} bytes apart. */
  private static IntStream places(byte[] file, int length, int step) {
    return IntStream.iterate(0, at -> at <= file.length - length, at -> at + step);
  }

  /** Joins the start of a file and the rest of another, cut at words. */
  public static Stream<DamagedFile> splice(byte[] file, byte[] other) {
    return places(file, 0, 2 * Long.BYTES)
        .boxed()
        .flatMap(
            length ->
                places(other, 0, 6 * Long.BYTES)
                    .mapToObj(from -> spliced(file, length, other, from)));
  }

  private static DamagedFile spliced(byte[] file, int length, byte[] other, int from) {
    byte[] joined = Arrays.copyOf(file, length + other.length - from);
    System.arraycopy(other, from, joined, length, other.length - from);
    return new DamagedFile(
        "first 0x%x bytes, then another file from 0x%x on".formatted(length, from), joined);
  }

  /** Puts sizes that no file has into every half word and word, and into every varint. */
  public static Stream<DamagedFile> inflate(byte[] file) {
    return Stream.of(
            places(file, Integer.BYTES, Integer.BYTES)
                .boxed()
                .flatMap(at -> sizes(file, at, Integer.BYTES)),
            places(file, Long.BYTES, Long.BYTES).boxed().flatMap(at -> sizes(file, at, Long.BYTES)),
            places(file, LONGEST_VARINT, 1).mapToObj(at -> varint(file, at)))
        .flatMap(files -> files);
  }

  private static Stream<DamagedFile> sizes(byte[] file, int at, int bytes) {
    LongStream sizes =
        bytes == Integer.BYTES
            ? LongStream.of(file.length + 1L, 1L << 24, Integer.MAX_VALUE, -1)
            : LongStream.of(file.length + 1L, 1L << 31, 1L << 40, 1L << 61, Long.MAX_VALUE, -1);
    return sizes
        .boxed()
        .flatMap(
            size ->
                List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN).stream()
                    .map(
                        order ->
                            changed(
                                file,
                                "0x%x as %d bytes, %s, at 0x%x".formatted(size, bytes, order, at),
                                copy -> put(copy, at, bytes, order, size))));
  }

  private static void put(byte[] copy, int at, int bytes, ByteOrder order, long size) {
    ByteBuffer buffer = ByteBuffer.wrap(copy).order(order);
    if (bytes == Integer.BYTES) {
      buffer.putInt(at, (int) size);
    } else {
      buffer.putLong(at, size);
    }
  }

  private static DamagedFile varint(byte[] file, int at) {
    return changed(
        file,
        "endless varint at 0x%x".formatted(at),
        copy -> Arrays.fill(copy, at, at + LONGEST_VARINT, (byte) -1));
  }

  /** Keeps the first 8, 16 or more bytes and puts noise behind them. */
  public static Stream<DamagedFile> noise(byte[] file) {
    Random random = new Random(file.length);
    return IntStream.range(0, NOISES)
        .mapToObj(
            i -> {
              int kept = Math.min(file.length, MAGIC * (1 + i % 16));
              byte[] noise = new byte[file.length];
              random.nextBytes(noise);
              System.arraycopy(file, 0, noise, 0, kept);
              return new DamagedFile("noise behind the first %d bytes".formatted(kept), noise);
            });
  }
}
