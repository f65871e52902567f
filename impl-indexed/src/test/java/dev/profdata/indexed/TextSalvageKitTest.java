package dev.profdata.indexed;

import dev.profdata.spi.ProfileFormatProvider;
import dev.profdata.tck.HostileInputContract;
import dev.profdata.tck.SalvagingProvider;

/** Damaged texts, read by readers that salvage. */
class TextSalvageKitTest implements HostileInputContract {
  @Override
  public ProfileFormatProvider provider() {
    return new SalvagingProvider(new TextFormatProvider());
  }
}
