package dev.profdata.cli.limits;

import dev.profdata.MergeOptions;
import dev.profdata.ProfileMerger;
import dev.profdata.Profiles;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ProfileCollector;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.WriteOptions;
import dev.profdata.model.ImageBuilder;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.ProfileName;
import dev.profdata.model.ProfileVariant;
import dev.profdata.model.TemporalTrace;
import dev.profdata.model.TraceSet;
import dev.profdata.model.ValueKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.Deflater;

/** Profiles of imaginary programs, of any size. */
final class Programs {
  private static final WriteOptions LOSSY = WriteOptions.DEFAULT.allowingAllLosses();
  private static final long RAW_MAGIC = 0xFF6C_7072_6F66_7281L;
  private static final int VTABLE_NAMES_WORD = 64;

  private Programs() {}

  /** Returns a profile of so many functions, each with counters, and two value sites and values. */
  static InstrProfile profile(int functions, int counters, int seed) throws IOException {
    ProfileFormat format = ProfileFormat.raw(8);
    ImageBuilder image = new ImageBuilder(format);
    for (int i = 0; i < functions; i++) {
      image.function(ProfileName.of("function_number_" + i), 1000L + i);
      for (int counter = 0; counter < counters; counter++) {
        image.counter((long) i * seed + counter);
      }
      image.site(ValueKind.MEMOP_SIZE).value(i % 7, 1L + seed).site(ValueKind.MEMOP_SIZE);
    }
    ProfileCollector collector = new ProfileCollector(format);
    ProfileVariant variant =
        ProfileVariant.NONE.with(ProfileVariant.IR_LEVEL).with(ProfileVariant.TEMPORAL);
    collector.visitImage(image.finish().variant(variant).build());
    List<TemporalTrace> traces =
        List.of(
            TemporalTrace.of(1, ProfileName.of("function_number_0").hash()),
            TemporalTrace.of(1, ProfileName.of("function_number_1").hash()));
    collector.visitTraces(new TraceSet(traces, 2));
    collector.visitEnd();
    return collector.profile();
  }

  static byte[] write(InstrProfile profile, ProfileFormat format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Profiles.write(profile, out, format, LOSSY);
    return out.toByteArray();
  }

  static byte[] partialSum(InstrProfile profile) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] text = write(profile, ProfileFormat.text());
    try (ProfileMerger merger = Profiles.merger(MergeOptions.DEFAULT.withWriting(LOSSY))) {
      merger.add(ProfileSource.of("text", text), 1);
      merger.writePartialSum(out, ProfileFormat.indexed(14));
    }
    return out.toByteArray();
  }

  /** Returns a blob of one name: so many bytes, all the same, and what it says of its size. */
  static byte[] bomb(long stated, long bytes) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] piece = new byte[1 << 20];
    java.util.Arrays.fill(piece, (byte) 'a');
    byte[] out = new byte[1 << 16];
    for (long done = 0; done < bytes; done += piece.length) {
      deflater.setInput(piece);
      while (!deflater.needsInput()) {
        packed.write(out, 0, deflater.deflate(out));
      }
    }
    deflater.finish();
    while (!deflater.finished()) {
      packed.write(out, 0, deflater.deflate(out));
    }
    deflater.end();
    ByteBuffer blob = ByteBuffer.allocate(packed.size() + 20);
    uleb128(blob, stated);
    uleb128(blob, packed.size());
    blob.put(packed.toByteArray());
    return java.util.Arrays.copyOf(blob.array(), blob.position());
  }

  private static void uleb128(ByteBuffer target, long number) {
    long left = number;
    while (left >>> 7 != 0) {
      target.put((byte) (left & 0x7F | 0x80));
      left >>>= 7;
    }
    target.put((byte) left);
  }

  /** Returns a raw profile without functions that has these names. */
  static byte[] rawWithNames(byte[] names) {
    int words = 11;
    int padded = names.length + 7 & -8;
    ByteBuffer file =
        ByteBuffer.allocate(words * Long.BYTES + padded).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(RAW_MAGIC).putLong(8);
    file.putLong(7 * Long.BYTES, names.length);
    file.putLong(10 * Long.BYTES, 1);
    file.position(words * Long.BYTES).put(names);
    return file.array();
  }

  /** Returns an indexed profile with these names of virtual tables. */
  static byte[] indexedWithVtableNames(byte[] indexed, byte[] names) {
    int padded = names.length + 7 & -8;
    ByteBuffer file =
        ByteBuffer.allocate(indexed.length + Long.BYTES + padded).order(ByteOrder.LITTLE_ENDIAN);
    file.put(indexed).putLong(names.length).put(names);
    file.putLong(VTABLE_NAMES_WORD, indexed.length);
    return file.array();
  }
}
