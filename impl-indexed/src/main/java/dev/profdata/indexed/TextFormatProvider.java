package dev.profdata.indexed;

import dev.profdata.format.ProfileFormat;
import dev.profdata.indexed.text.TextProfileReader;
import dev.profdata.indexed.text.TextProfileWriter;
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

/** Speaks the text form. */
public final class TextFormatProvider implements ProfileFormatProvider {
  /** For the service loader. */
  public TextFormatProvider() {}

  @Override
  public List<ProfileFormat> formats() {
    return List.of(ProfileFormat.text());
  }

  @Override
  public Recognition recognize(ProfileInput input) throws IOException {
    return TextProfileReader.looksLikeText(input)
        ? new Recognition.Known(ProfileFormat.text(), false)
        : Recognition.FOREIGN;
  }

  @Override
  public ProfileReader open(ProfileInput input, ReadOptions options) throws IOException {
    return TextProfileReader.open(input, options);
  }

  @Override
  public ProfileWriter newWriter(ProfileFormat format, OutputStream out, WriteOptions options) {
    if (!writes(format)) {
      throw new IllegalArgumentException("not the text format of LLVM: " + format);
    }
    return new TextProfileWriter(format, out, options);
  }
}
