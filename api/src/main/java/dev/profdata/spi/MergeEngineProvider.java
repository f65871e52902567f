package dev.profdata.spi;

/**
 * Makes merge engines; found with {@link java.util.ServiceLoader}.
 *
 * @since 0.1
 */
public interface MergeEngineProvider {
  /** Returns an engine without content. */
  MergeEngine newEngine(MergeSettings settings);
}
