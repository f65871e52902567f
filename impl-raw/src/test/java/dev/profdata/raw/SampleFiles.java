package dev.profdata.raw;

import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ProfileCollector;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ReadOptions;
import dev.profdata.io.WriteOptions;
import dev.profdata.model.ImageBuilder;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileName;
import dev.profdata.model.ProfileVariant;
import dev.profdata.model.ValueKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;

/** Small raw files, and reading and writing them in memory. */
final class SampleFiles {
  /** Two functions, one indirect call: 64-bit little-endian, written by an independent writer. */
  static final byte[] VERSION_1 =
      hex(
          """
          8172666f72706cff 0100000000000000 0200000000000000 0300000000000000
          0600000000000000 4000010000000000 1801010000000000 0300000001000000
          0100000000000000 1801010000000000 4000010000000000 0300000002000000
          0200000000000000 1b01010000000000 4800010000000000 1300000000000000
          3700000000000000 4100000000000000 666f6f6261720000
          """);

  static final byte[] VERSION_10 =
      hex(
          """
          8172666f72706cff 0a00000000000001 0000000000000000 0200000000000000
          0000000000000000 0300000000000000 0000000000000000 0000000000000000
          0000000000000000 0900000000000000 8000000000000000 d800000000000000
          5801010000000000 0000000000000000 0000000000000000 0200000000000000
          acbd18db4cc2f85c 0100000000000000 8000000000000000 0000000000000000
          0000400000000000 0000000000000000 0100000000000000 0000000000000000
          37b51d194a7513e4 0200000000000000 4800000000000000 0000000000000000
          0000000000000000 0000000000000000 0200000001000000 0000000000000000
          1300000000000000 3700000000000000 4100000000000000 0700666f6f016261
          7200000000000000 2800000001000000 0000000001000000 0100000000000000
          0000400000000000 2a00000000000000
          """);

  static final byte[] VERSION_11 =
      hex(
          """
          8172666f72706cff 0b00000000000001 0000000000000000 0200000000000000
          0000000000000000 0300000000000000 0000000000000000 0000000000000000
          0000000000000000 0000000000000000 0000000000000000 0000000000000000
          0900000000000000 9000000000000000 e800000000000000 6801010000000000
          0000000000000000 0000000000000000 0200000000000000 acbd18db4cc2f85c
          0100000000000000 9000000000000000 0000000000000000 0000000000000000
          0000400000000000 0000000000000000 0100000000000000 0000000000000000
          37b51d194a7513e4 0200000000000000 5000000000000000 0000000000000000
          0000000000000000 0000000000000000 0000000000000000 0200000001000000
          0000000000000000 1300000000000000 3700000000000000 4100000000000000
          0700666f6f016261 7200000000000000 2800000001000000 0000000001000000
          0100000000000000 0000400000000000 2a00000000000000
          """);

  private SampleFiles() {}

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replaceAll("\\s", ""));
  }

  /** Returns what {@link #VERSION_10} and {@link #VERSION_11} mean, made for a format. */
  static ProfileImage fooAndBar(ProfileFormat format) {
    return new ImageBuilder(format)
        .function(ProfileName.of("foo"), 1)
        .counter(19)
        .function(ProfileName.of("bar"), 2)
        .counters(55, 65)
        .site(ValueKind.INDIRECT_CALL_TARGET)
        .value(ProfileName.of("foo").hash(), 42)
        .finish()
        .variant(ProfileVariant.NONE.with(ProfileVariant.IR_LEVEL))
        .build();
  }

  static ProfileCollector read(byte[] bytes) throws IOException {
    ProfileInput input = ProfileSource.of("sample", bytes).open();
    try (ProfileReader reader = RawProfileReader.open(input, ReadOptions.DEFAULT)) {
      ProfileCollector collector = new ProfileCollector(reader.format());
      reader.accept(collector);
      return collector;
    }
  }

  static byte[] write(List<ProfileImage> images, ProfileFormat format, WriteOptions options)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RawProfileWriter writer = new RawProfileWriter(format, out, options);
    for (ProfileImage image : images) {
      writer.visitImage(image);
    }
    writer.visitEnd();
    return out.toByteArray();
  }
}
