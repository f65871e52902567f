package dev.profdata.tck;

/**
 * All contracts of a provider in one: extend it in a test class and say which provider.
 *
 * <pre>{@code
 * class AcmeProviderTest extends ProviderKit {
 *   @Override
 *   public ProfileFormatProvider provider() {
 *     return new AcmeProvider();
 *   }
 * }
 * }</pre>
 *
 * @since 0.1
 */
public abstract class ProviderKit
    implements ProviderContract, ReaderContract, WriterContract, HostileInputContract {
  /** For subclasses. */
  protected ProviderKit() {}
}
