package dev.profdata.tck.gallery;

import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.MalformedProfileException;
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
import java.util.Optional;

/** A provider that does all things right; the broken ones change a part of it. */
public class ToyProvider implements ProfileFormatProvider {
  /** For the service loader. */
  public ToyProvider() {}

  @Override
  public List<ProfileFormat> formats() {
    return ToyFormats.all();
  }

  private static Optional<ProfileFormat> format(ProfileInput input) throws IOException {
    return input.size() < Long.BYTES
        ? Optional.empty()
        : ToyFormats.ofMagic(input.slice(0, Long.BYTES).getLong());
  }

  @Override
  public Recognition recognize(ProfileInput input) throws IOException {
    return format(input)
        .<Recognition>map(format -> new Recognition.Known(format, true))
        .orElse(Recognition.FOREIGN);
  }

  @Override
  public ProfileReader open(ProfileInput input, ReadOptions options) throws IOException {
    ProfileFormat format =
        format(input)
            .orElseThrow(
                () ->
                    new MalformedProfileException(
                        ErrorKind.UNRECOGNIZED_FORMAT, input.name(), "no toy"));
    return new ToyReader(input, format, options);
  }

  @Override
  public ProfileWriter newWriter(ProfileFormat format, OutputStream out, WriteOptions options) {
    if (!writes(format)) {
      throw new IllegalArgumentException("not a toy: " + format);
    }
    return new ToyWriter(format, out, options);
  }
}
