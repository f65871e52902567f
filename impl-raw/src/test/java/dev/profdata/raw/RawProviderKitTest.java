package dev.profdata.raw;

import dev.profdata.format.ProfileFormat;
import dev.profdata.spi.ProfileFormatProvider;
import dev.profdata.tck.ProviderKit;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Stream;

/** The compatibility kit, for every raw version of both widths and byte orders. */
class RawProviderKitTest extends ProviderKit {
  @Override
  public ProfileFormatProvider provider() {
    return new RawFormatProvider();
  }

  @Override
  public List<ProfileFormat> formats() {
    return provider().formats().stream()
        .flatMap(format -> Stream.of(format.withPointerBits(64), format.withPointerBits(32)))
        .flatMap(
            format ->
                Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN).map(format::withByteOrder))
        .toList();
  }
}
