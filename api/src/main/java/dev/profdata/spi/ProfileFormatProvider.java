package dev.profdata.spi;

import dev.profdata.format.ProfileFormat;
import dev.profdata.io.CorrelationKind;
import dev.profdata.io.Finding;
import dev.profdata.io.Limits;
import dev.profdata.io.ProfileCorrelator;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ProfileWriter;
import dev.profdata.io.ProgramCounters;
import dev.profdata.io.ReadOptions;
import dev.profdata.io.WriteOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads and writes some formats.
 *
 * <p>Implementations have a public constructor without parameters, hold no state and may be used by
 * several threads at once.
 *
 * @since 0.1
 */
public interface ProfileFormatProvider {
  /** Returns every format that this provider reads, one for each version. */
  List<ProfileFormat> formats();

  /** Tells whether {@link #newWriter} accepts this version; the default says all it reads. */
  default boolean writes(ProfileFormat format) {
    return formats().stream().anyMatch(format::sameVersion);
  }

  /**
   * Tells what an input is, from its first bytes, without reading more of it than a header.
   *
   * @throws IOException if the input cannot be read; damage is no exception here
   */
  Recognition recognize(ProfileInput input) throws IOException;

  /**
   * Opens an input that {@link #recognize} called readable. The reader owns the input.
   *
   * @throws dev.profdata.io.ProfileException if the header is damaged
   */
  ProfileReader open(ProfileInput input, ReadOptions options) throws IOException;

  /**
   * Returns a writer of a format that this provider {@linkplain #writes writes}.
   *
   * @param out stays open; nothing is written to it before the writer knows that it can write all
   * @throws IllegalArgumentException if the format is not among them
   */
  ProfileWriter newWriter(ProfileFormat format, OutputStream out, WriteOptions options);

  /**
   * Returns a correlator that finds functions in a program; the default has none.
   *
   * @param program is read before this method returns, and not needed later
   * @param limits how many bytes, functions and bytes of names the program may have
   * @param findings takes what is of no use in the program, now or when the correlator is asked
   * @return empty if this provider does not read programs
   * @throws dev.profdata.io.ProfileException if the program has nothing to correlate with, or is
   *     damaged
   * @throws IOException if the program cannot be read
   */
  default Optional<ProfileCorrelator> correlator(
      CorrelationKind kind, ProfileSource program, Limits limits, Consumer<Finding> findings)
      throws IOException {
    return Optional.empty();
  }

  /**
   * Returns what the debug information of a program tells of its counters; the default reads none.
   *
   * @param limits how many bytes, functions and bytes of names the program may have
   * @param findings takes what is of no use in the program
   * @return empty if this provider does not read programs
   * @throws dev.profdata.io.ProfileException if there is nothing about counters, or it is damaged
   * @throws IOException if the program cannot be read
   */
  default Optional<ProgramCounters> counters(
      ProfileSource program, Limits limits, Consumer<Finding> findings) throws IOException {
    return Optional.empty();
  }
}
