package dev.profdata.cli.limits;

import dev.profdata.MergeOptions;
import dev.profdata.ProfileMerger;
import dev.profdata.Profiles;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.Limits;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ReadOptions;
import dev.profdata.io.WriteOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/**
 * Run in a virtual machine of its own with little memory: reads, merges, writes what it is told.
 */
final class SmallHeap {
  /** What a service with a heap of 64 MiB would set, see docs/limits.md. */
  private static final Limits LIMITS =
      Limits.DEFAULT
          .withMaxFileBytes(9 << 20)
          .withMaxFunctions(1 << 16)
          .withMaxCounters(1 << 20)
          .withMaxNameBytes(4 << 20)
          .withMaxValueSites(1 << 17)
          .withMaxImages(1 << 10)
          .withMaxTraces(1 << 10);

  private static final ReadOptions READING = ReadOptions.DEFAULT.withLimits(LIMITS);
  private static final MergeOptions MERGING =
      MergeOptions.DEFAULT
          .withReading(READING.withoutOrigin())
          .withThreads(1)
          .withWriting(WriteOptions.DEFAULT.allowingAllLosses());

  private static int cases;
  private static int refused;

  private SmallHeap() {}

  /** Takes files, and prints how many cases there were, and how many of them were refused. */
  public static void main(String[] files) throws IOException {
    for (String name : files) {
      byte[] file = Files.readAllBytes(Path.of(name));
      boolean whole = !name.contains("bomb");
      int before = refused;
      run(name, file);
      if (whole == refused > before) {
        throw new IllegalStateException(name + (whole ? " was refused" : " was not refused"));
      }
      if (whole) {
        damage(name, file);
      }
    }
    System.out.printf("%d cases, %d refused%n", cases, refused);
  }

  private static void damage(String name, byte[] file) throws IOException {
    for (int parts = 1; parts < 4; parts++) {
      run(name, Arrays.copyOf(file, file.length / 4 * parts));
    }
    ByteBuffer words = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 8; at < 120; at += Long.BYTES) {
      for (long size : new long[] {file.length / 8, 1L << 24, 1L << 31, -1}) {
        long before = words.getLong(at);
        words.putLong(at, size);
        run(name, file);
        words.putLong(at, before);
      }
    }
    Random random = new Random(7);
    for (int i = 0; i < 8; i++) {
      byte[] noise = new byte[64];
      random.nextBytes(noise);
      System.arraycopy(noise, 0, file, random.nextInt(file.length - noise.length), noise.length);
      run(name, file);
    }
  }

  private static void run(String name, byte[] file) throws IOException {
    cases++;
    try {
      ProfileSource source = ProfileSource.of(name, file);
      if (!name.contains("sum")) {
        try (ProfileReader reader = Profiles.open(source, READING)) {
          reader.accept(image -> {});
        }
      }
      try (ProfileMerger merger = Profiles.merger(MERGING)) {
        merger.add(source, 1).add(source, 3);
        merger.writeTo(OutputStream.nullOutputStream(), ProfileFormat.indexed(14));
      }
    } catch (ProfileException e) {
      refused++;
    }
  }
}
