package dev.profdata.spi;

import dev.profdata.io.Finding;
import dev.profdata.io.ProfileMismatchException;
import dev.profdata.io.ProfileVisitor;
import java.io.IOException;
import java.io.OutputStream;
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
   *     input invalid after reading it, and where a record does not fit and the policy is to fail
   * @throws ProfileMismatchException if it cannot be merged with the inputs before
   */
  ProfileVisitor input(EngineInput input, Consumer<Finding> findings)
      throws ProfileMismatchException;

  /**
   * Adds all of another engine of the same provider and settings, as LLVM's threads do.
   *
   * @throws ProfileMismatchException if a record does not fit, and the policy is to fail
   */
  void addAll(MergeEngine other, Consumer<Finding> findings) throws ProfileMismatchException;

  /**
   * Adds a sum that was taken out of another engine of the same provider, release and imitation, as
   * if its inputs had been added one after the other.
   *
   * @param sum what {@link MergeEngineProvider#readPartialSum} returned
   * @param source its name, for findings
   * @param weight by how much its counts are multiplied, unsigned, at least 1
   * @throws ProfileMismatchException if it cannot be merged with the inputs before
   * @throws UnsupportedOperationException if the engine knows no such sums
   */
  default void add(PartialSum sum, String source, long weight, Consumer<Finding> findings)
      throws ProfileMismatchException {
    throw new UnsupportedOperationException(getClass() + " has no partial sums");
  }

  /**
   * Writes the sum so that another engine can go on with it: lossless, with everything that a later
   * addition may need. The engine was made to be {@link MergeSettings#combinable}.
   *
   * @param note bytes of the caller that {@link PartialSum#note} gives back
   * @throws IOException if it cannot be written
   * @throws UnsupportedOperationException if the engine knows no such sums
   */
  default void writePartialSum(OutputStream out, byte[] note) throws IOException {
    throw new UnsupportedOperationException(getClass() + " has no partial sums");
  }

  /** Hands the sum to a visitor, one image in the order in which functions were first seen. */
  void accept(ProfileVisitor visitor) throws IOException;
}
