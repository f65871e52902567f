package dev.profdata.tck;

import dev.profdata.format.ProfileFormat;
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

/**
 * A provider whose readers always {@linkplain ReadOptions#salvaging() salvage}, so that contracts
 * can be held against that as well.
 *
 * @since 0.1
 */
public final class SalvagingProvider implements ProfileFormatProvider {
  private final ProfileFormatProvider provider;

  /** Makes readers of a provider salvage. */
  public SalvagingProvider(ProfileFormatProvider provider) {
    this.provider = provider;
  }

  @Override
  public List<ProfileFormat> formats() {
    return provider.formats();
  }

  @Override
  public boolean writes(ProfileFormat format) {
    return provider.writes(format);
  }

  @Override
  public Recognition recognize(ProfileInput input) throws IOException {
    return provider.recognize(input);
  }

  @Override
  public ProfileReader open(ProfileInput input, ReadOptions options) throws IOException {
    return provider.open(input, options.salvaging());
  }

  @Override
  public ProfileWriter newWriter(ProfileFormat format, OutputStream out, WriteOptions options) {
    return provider.newWriter(format, out, options);
  }
}
