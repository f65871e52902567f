package dev.profdata.spi;

import dev.profdata.io.Limits;
import dev.profdata.io.ProfileInput;
import java.io.IOException;
import java.util.Optional;

/**
 * Makes merge engines; found by {@link java.util.ServiceLoader}.
 *
 * @since 0.1
 */
public interface MergeEngineProvider {
  /** Returns an empty engine. */
  MergeEngine newEngine(MergeSettings settings);

  /**
   * Reads a sum that an engine of this provider wrote ({@link MergeEngine#writePartialSum}).
   *
   * @param limits how much each part of the sum may ask for, as an image may
   * @return empty if the input is something else
   * @throws dev.profdata.io.ProfileException if it is one, but damaged or of an unknown version
   * @throws IOException if it cannot be read
   */
  default Optional<PartialSum> readPartialSum(ProfileInput input, Limits limits)
      throws IOException {
    return Optional.empty();
  }
}
