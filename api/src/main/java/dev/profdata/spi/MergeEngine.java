package dev.profdata.spi;

import dev.profdata.io.Finding;
import dev.profdata.io.ProfileMismatchException;
import dev.profdata.io.ProfileVisitor;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Adds profiles up.
 *
 * <p>Confined to one thread. Inputs are added one after the other, and their order matters to the
 * order of the result.
 *
 * @since 0.1
 */
public interface MergeEngine {
  /**
   * Begins an input.
   *
   * @param findings takes what does not fit the sum, function by function; each stays in the sum as
   *     far as it fits
   * @return the visitor that takes the input in; what it was given counts, also if the reader
   *     throws half-way. It throws a {@link dev.profdata.io.ProfileException} where LLVM calls an
   *     input invalid after reading it
   * @throws ProfileMismatchException if it cannot be merged with the inputs before
   */
  ProfileVisitor input(EngineInput input, Consumer<Finding> findings)
      throws ProfileMismatchException;

  /** Adds all of another engine of the same provider and settings, as LLVM's threads do. */
  void addAll(MergeEngine other, Consumer<Finding> findings) throws ProfileMismatchException;

  /** Hands the sum to a visitor, one image in the order in which functions were first seen. */
  void accept(ProfileVisitor visitor) throws IOException;
}
