package dev.profdata.indexed;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFormat;
import dev.profdata.spi.ProfileFormatProvider;
import dev.profdata.tck.ProviderKit;
import java.util.List;

/** The compatibility kit, for the text form of every release. */
class TextProviderKitTest extends ProviderKit {
  @Override
  public ProfileFormatProvider provider() {
    return new TextFormatProvider();
  }

  @Override
  public List<ProfileFormat> formats() {
    return LlvmRelease.all().stream().map(ProfileFormat::textFor).toList();
  }
}
