package dev.profdata.cli.limits;

import dev.profdata.model.ProfileName;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Profiles of any size, written piece by piece. */
final class LargeFiles {
  private static final long RAW_MAGIC = 0xFF6C_7072_6F66_7281L;
  private static final long VERSION_8_IR = 8 | 1L << 56;
  private static final int HEADER = 11 * Long.BYTES;
  private static final int RECORD = 6 * Long.BYTES;
  private static final int HASH = 1_000;

  private LargeFiles() {}

  private static String name(int function) {
    return "function_number_" + function;
  }

  /** Writes a text profile of so many functions with two counters each. */
  static Path text(Path file, int functions) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(":ir\n");
      for (int i = 0; i < functions; i++) {
        out.write("%s\n%d\n2\n%d\n%d\n\n".formatted(name(i), HASH + i, i, 3L * i + 1));
      }
    }
    return file;
  }

  /** Writes a raw profile of version 8: functions with so many counters each. */
  static Path raw(Path file, int functions, int counters) throws IOException {
    ByteBuffer names = names(functions);
    ByteBuffer head = buffer(HEADER + functions * RECORD);
    long delta = (long) functions * RECORD;
    head.putLong(RAW_MAGIC).putLong(VERSION_8_IR);
    head.putLong(0).putLong(functions).putLong(0).putLong((long) functions * counters).putLong(0);
    head.putLong(names.limit()).putLong(delta).putLong(0).putLong(1);
    for (int i = 0; i < functions; i++) {
      long counter = delta - (long) i * RECORD + (long) i * counters * Long.BYTES;
      head.putLong(ProfileName.of(name(i)).hash()).putLong(HASH + i).putLong(counter);
      head.putLong(0).putLong(0).putInt(counters).putInt(0);
    }
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      write(out, head.flip());
      ByteBuffer counts = buffer(counters * Long.BYTES);
      for (int i = 0; i < functions; i++) {
        counts.clear();
        for (int counter = 0; counter < counters; counter++) {
          counts.putLong((long) i * counter % HASH);
        }
        write(out, counts.flip());
      }
      write(out, names);
      write(out, buffer(-names.limit() & Long.BYTES - 1));
    }
    return file;
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  /** Returns the names as they stand in a file, not compressed. */
  private static ByteBuffer names(int functions) {
    byte[] joined =
        IntStream.range(0, functions)
            .mapToObj(LargeFiles::name)
            .collect(Collectors.joining("\1"))
            .getBytes(StandardCharsets.US_ASCII);
    ByteBuffer blob = buffer(joined.length + Long.BYTES);
    int left = joined.length;
    for (; left >>> 7 != 0; left >>>= 7) {
      blob.put((byte) (left & 0x7F | 0x80));
    }
    return blob.put((byte) left).put((byte) 0).put(joined).flip();
  }
}
