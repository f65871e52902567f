package dev.profdata.tck;

import dev.profdata.format.ProfileFormat;
import dev.profdata.io.Finding;
import dev.profdata.io.ProfileCollector;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.io.ProfileWriter;
import dev.profdata.io.ReadOptions;
import dev.profdata.io.WriteOptions;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.ProfileImage;
import dev.profdata.spi.ProfileFormatProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** Reading and writing with one provider, without files. */
final class InMemory {
  /** The name that sources of the kit have in messages. */
  static final String SOURCE = "sample";

  /** Refuses losses; a version and the names of virtual tables are written as they are. */
  static final WriteOptions LOSSLESS =
      WriteOptions.DEFAULT.withVTableNames(true).withExactVersion(true);

  /** As {@link #LOSSLESS}, but every loss is allowed. */
  static final WriteOptions LOSSY = LOSSLESS.allowingAllLosses();

  private InMemory() {}

  /** A file and what its writer said was lost. */
  static final class Written {
    private final byte[] bytes;
    private final List<Finding> losses;

    Written(byte[] bytes, List<Finding> losses) {
      this.bytes = bytes;
      this.losses = losses;
    }

    byte[] bytes() {
      return bytes;
    }

    List<Finding> losses() {
      return losses;
    }
  }

  static byte[] write(ProfileFormatProvider provider, InstrProfile profile, ProfileFormat format)
      throws IOException {
    return write(provider, profile, format, LOSSLESS).bytes();
  }

  static Written write(
      ProfileFormatProvider provider,
      InstrProfile profile,
      ProfileFormat format,
      WriteOptions options)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ProfileWriter writer = provider.newWriter(format, out, options);
    visit(profile, writer);
    return new Written(out.toByteArray(), writer.losses());
  }

  /** Shows a profile to a visitor as a reader does. */
  static void visit(InstrProfile profile, ProfileVisitor visitor) throws IOException {
    for (ProfileImage image : profile.images()) {
      visitor.visitImage(image);
    }
    if (!profile.traces().traces().isEmpty()) {
      visitor.visitTraces(profile.traces());
    }
    visitor.visitEnd();
  }

  static ProfileReader open(ProfileFormatProvider provider, byte[] bytes) throws IOException {
    return open(provider, source(bytes), ReadOptions.DEFAULT);
  }

  static ProfileReader open(
      ProfileFormatProvider provider, ProfileSource source, ReadOptions options)
      throws IOException {
    return provider.open(source.open(), options);
  }

  static ProfileSource source(byte[] bytes) {
    return ProfileSource.of(SOURCE, bytes);
  }

  static InstrProfile read(ProfileFormatProvider provider, byte[] bytes) throws IOException {
    return read(provider, source(bytes), ReadOptions.DEFAULT);
  }

  static InstrProfile read(
      ProfileFormatProvider provider, ProfileSource source, ReadOptions options)
      throws IOException {
    try (ProfileReader reader = open(provider, source, options)) {
      return collect(reader);
    }
  }

  static InstrProfile collect(ProfileReader reader) throws IOException {
    ProfileCollector collector = new ProfileCollector(reader.format());
    reader.accept(collector);
    return collector.profile();
  }
}
