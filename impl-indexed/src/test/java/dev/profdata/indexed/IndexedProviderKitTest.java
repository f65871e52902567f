package dev.profdata.indexed;

import dev.profdata.spi.ProfileFormatProvider;
import dev.profdata.tck.ProviderKit;

/** The compatibility kit, for every indexed version. */
class IndexedProviderKitTest extends ProviderKit {
  @Override
  public ProfileFormatProvider provider() {
    return new IndexedFormatProvider();
  }
}
