package com.acme.profile;

import dev.profdata.ProfileProviders;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ProfileWriter;
import dev.profdata.io.ReadOptions;
import dev.profdata.io.WriteOptions;
import dev.profdata.spi.ProfileFormatProvider;
import dev.profdata.spi.Recognition;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Reads and writes Acme's profiles: LLVM's raw 8 of 64-bit little-endian programs, with a magic of
 * their own. What stands behind the magic is left to the provider of raw 8.
 */
public final class AcmeProvider implements ProfileFormatProvider {
  /** Raw 8 as Acme's runtime writes it. */
  public static final ProfileFormat FORMAT =
      ProfileFormat.raw(8).asDialect("acme", ProfileFormat.raw(8).features());

  static final byte[] MAGIC = {'A', 'C', 'M', 'E', 'p', 'r', 'o', 'f'};
  static final byte[] LLVM_MAGIC = {
    (byte) 0x81, 'r', 'f', 'o', 'r', 'p', 'l', (byte) 0xFF
  };

  /** For the service loader. */
  public AcmeProvider() {}

  @Override
  public List<ProfileFormat> formats() {
    return List.of(FORMAT);
  }

  @Override
  public Recognition recognize(ProfileInput input) throws IOException {
    boolean known =
        input.size() >= MAGIC.length
            && input.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
    return known ? new Recognition.Known(FORMAT, true) : Recognition.FOREIGN;
  }

  @Override
  public ProfileReader open(ProfileInput input, ReadOptions options) throws IOException {
    ByteBuffer file = ByteBuffer.allocate(Math.toIntExact(input.size()));
    file.put(input.slice(0, file.capacity())).flip();
    exchange(file, MAGIC, LLVM_MAGIC);
    ProfileSource source = ProfileSource.of(input.name(), file);
    return new AcmeReader(ProfileProviders.load().open(source, options), input);
  }

  @Override
  public ProfileWriter newWriter(ProfileFormat format, OutputStream out, WriteOptions options) {
    boolean other =
        !FORMAT.sameVersion(format)
            || format.pointerBits() != Long.SIZE
            || !format.byteOrder().equals(ByteOrder.LITTLE_ENDIAN);
    if (other) {
      throw new IllegalArgumentException("not Acme's format: " + format);
    }
    return new AcmeWriter(format, out, options);
  }

  /** Replaces the magic of every image in a file; images start at multiples of eight bytes. */
  static void exchange(ByteBuffer file, byte[] from, byte[] to) {
    ByteBuffer wanted = ByteBuffer.wrap(from);
    for (int at = 0; at + from.length <= file.limit(); at += Long.BYTES) {
      if (file.slice(at, from.length).equals(wanted)) {
        file.put(at, to);
      }
    }
  }
}
