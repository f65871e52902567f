package dev.profdata.indexed;

import dev.profdata.format.ProfileFormat;
import dev.profdata.spi.ProfileFormatProvider;
import dev.profdata.tck.HostileInputContract;
import dev.profdata.tck.SalvagingProvider;
import java.util.List;
import java.util.stream.Stream;

/** Damaged files of a version of each kind of record, read by readers that salvage. */
class IndexedSalvageKitTest implements HostileInputContract {
  @Override
  public ProfileFormatProvider provider() {
    return new SalvagingProvider(new IndexedFormatProvider());
  }

  @Override
  public List<ProfileFormat> formats() {
    return Stream.of(1, 3, 5, 10, 12, 14).map(ProfileFormat::indexed).toList();
  }
}
