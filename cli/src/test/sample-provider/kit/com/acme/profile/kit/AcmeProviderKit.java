package com.acme.profile.kit;

import com.acme.profile.AcmeProvider;
import dev.profdata.spi.ProfileFormatProvider;
import dev.profdata.tck.ProviderKit;

/** The compatibility kit, for Acme's dialect. */
public class AcmeProviderKit extends ProviderKit {
  @Override
  public ProfileFormatProvider provider() {
    return new AcmeProvider();
  }
}
