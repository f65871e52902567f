package dev.profdata.tck;

import dev.profdata.format.ProfileFormat;
import dev.profdata.spi.ProfileFormatProvider;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * A provider that is held to a contract.
 *
 * @since 0.1
 */
public interface ProviderSubject extends FormatSubject {
  /** Returns the provider. */
  ProfileFormatProvider provider();

  /**
   * Returns the formats that the contract is checked with: all of the provider. A provider of raw
   * profiles may add other pointer widths and byte orders here.
   */
  @Override
  default List<ProfileFormat> formats() {
    return provider().formats();
  }

  @Override
  default boolean writes(ProfileFormat format) {
    return provider().writes(format);
  }

  /** Returns the providers that {@link ServiceLoader} finds, the one under test among them. */
  default Stream<ProfileFormatProvider> discovered() {
    return ServiceLoader.load(ProfileFormatProvider.class).stream()
        .map(ServiceLoader.Provider::get);
  }
}
