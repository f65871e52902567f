package dev.profdata.raw;

import dev.profdata.format.ProfileFormat;
import dev.profdata.spi.ProfileFormatProvider;
import dev.profdata.tck.HostileInputContract;
import dev.profdata.tck.SalvagingProvider;
import java.util.List;
import java.util.stream.Stream;

/** Damaged files of versions whose sections differ, read by readers that salvage. */
class SalvageKitTest implements HostileInputContract {
  @Override
  public ProfileFormatProvider provider() {
    return new SalvagingProvider(new RawFormatProvider());
  }

  @Override
  public List<ProfileFormat> formats() {
    return Stream.of(1, 2, 5, 8, 10, 11).map(ProfileFormat::raw).toList();
  }
}
