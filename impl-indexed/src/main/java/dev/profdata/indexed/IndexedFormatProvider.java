package dev.profdata.indexed;

import dev.profdata.format.ProfileFamily;
import dev.profdata.format.ProfileFormat;
import dev.profdata.indexed.disk.IndexedProfileReader;
import dev.profdata.indexed.disk.IndexedProfileWriter;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileWriter;
import dev.profdata.io.ReadOptions;
import dev.profdata.io.WriteOptions;
import dev.profdata.spi.ProfileFormatProvider;
import dev.profdata.spi.Recognition;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Speaks every version of the indexed format. */
public final class IndexedFormatProvider implements ProfileFormatProvider {
  /** For the service loader. */
  public IndexedFormatProvider() {}

  @Override
  public List<ProfileFormat> formats() {
    return IndexedProfileReader.VERSIONS.stream().map(ProfileFormat::indexed).toList();
  }

  @Override
  public Recognition recognize(ProfileInput input) throws IOException {
    if (!IndexedProfileReader.hasMagic(input)) {
      return Recognition.FOREIGN;
    }
    long version = IndexedProfileReader.version(input);
    return IndexedProfileReader.VERSIONS.contains((int) version)
        ? new Recognition.Known(ProfileFormat.indexed((int) version), true)
        : new Recognition.UnknownVersion(ProfileFamily.INDEXED, version);
  }

  @Override
  public ProfileReader open(ProfileInput input, ReadOptions options) throws IOException {
    return IndexedProfileReader.open(input, options);
  }

  @Override
  public ProfileWriter newWriter(ProfileFormat format, OutputStream out, WriteOptions options) {
    if (!writes(format)) {
      throw new IllegalArgumentException("not an indexed format of LLVM: " + format);
    }
    return new IndexedProfileWriter(format, out, options);
  }
}
