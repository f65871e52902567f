package dev.profdata.raw;

import dev.profdata.format.ProfileFamily;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.CorrelationKind;
import dev.profdata.io.Finding;
import dev.profdata.io.Limits;
import dev.profdata.io.ProfileCorrelator;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ProfileWriter;
import dev.profdata.io.ProgramCounters;
import dev.profdata.io.ReadOptions;
import dev.profdata.io.WriteOptions;
import dev.profdata.raw.elf.ElfFile;
import dev.profdata.spi.ProfileFormatProvider;
import dev.profdata.spi.Recognition;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Speaks every version of the raw format. */
public final class RawFormatProvider implements ProfileFormatProvider {
  private static final List<ProfileFormat> FORMATS =
      IntStream.rangeClosed(RawHeaderLayout.OLDEST_VERSION, RawHeaderLayout.NEWEST_VERSION)
          .mapToObj(ProfileFormat::raw)
          .toList();

  /** For the service loader. */
  public RawFormatProvider() {}

  @Override
  public List<ProfileFormat> formats() {
    return FORMATS;
  }

  @Override
  public Recognition recognize(ProfileInput input) throws IOException {
    Optional<RawEncoding> encoding = RawEncoding.at(input, 0);
    if (encoding.isEmpty()) {
      return Recognition.FOREIGN;
    }
    long version = RawHeader.versionAt(input, 0, encoding.get());
    if (version >= 0 && !RawHeader.isKnown(version)) {
      return new Recognition.UnknownVersion(ProfileFamily.RAW, version);
    }
    int known = version < 0 ? RawHeaderLayout.NEWEST_VERSION : (int) version;
    return new Recognition.Known(
        ProfileFormat.raw(known)
            .withPointerBits(encoding.get().pointerBits())
            .withByteOrder(encoding.get().order()),
        true);
  }

  @Override
  public ProfileReader open(ProfileInput input, ReadOptions options) throws IOException {
    return RawProfileReader.open(input, options);
  }

  @Override
  public ProfileWriter newWriter(ProfileFormat format, OutputStream out, WriteOptions options) {
    if (!writes(format)) {
      throw new IllegalArgumentException("not a raw format of LLVM: " + format);
    }
    return new RawProfileWriter(format, out, options);
  }

  @Override
  public Optional<ProfileCorrelator> correlator(
      CorrelationKind kind, ProfileSource program, Limits limits, Consumer<Finding> findings)
      throws IOException {
    return Optional.of(ProgramCorrelator.open(kind, program, limits, findings));
  }

  @Override
  public Optional<ProgramCounters> counters(
      ProfileSource program, Limits limits, Consumer<Finding> findings) throws IOException {
    try (ProfileInput input = program.open(limits)) {
      ElfFile elf = ElfFile.open(input);
      return Optional.of(DebugInfoRows.describe(input.name(), elf, limits, findings));
    }
  }
}
