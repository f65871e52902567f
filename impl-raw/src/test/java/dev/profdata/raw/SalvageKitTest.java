package dev.profdata.raw;

import dev.profdata.spi.ProfileFormatProvider;
import dev.profdata.tck.HostileInputContract;
import dev.profdata.tck.SalvagingProvider;

/** Damaged files of every raw version, read by readers that salvage. */
class SalvageKitTest implements HostileInputContract {
  @Override
  public ProfileFormatProvider provider() {
    return new SalvagingProvider(new RawFormatProvider());
  }
}
