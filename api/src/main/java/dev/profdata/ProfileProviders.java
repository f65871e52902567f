package dev.profdata;

import dev.profdata.format.ProfileFormat;
import dev.profdata.io.CorrelationKind;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.Finding;
import dev.profdata.io.Limits;
import dev.profdata.io.MalformedProfileException;
import dev.profdata.io.ProfileCorrelator;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ProfileWriter;
import dev.profdata.io.ProgramCounters;
import dev.profdata.io.ReadOptions;
import dev.profdata.io.UnsupportedProfileVersionException;
import dev.profdata.io.WriteOptions;
import dev.profdata.spi.MergeEngine;
import dev.profdata.spi.MergeEngineProvider;
import dev.profdata.spi.MergeSettings;
import dev.profdata.spi.PartialSum;
import dev.profdata.spi.ProfileFormatProvider;
import dev.profdata.spi.Recognition;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/**
 * The providers at hand, and the choice among them.
 *
 * <p>Immutable; may be shared between threads.
 *
 * @since 0.1
 */
public final class ProfileProviders {
  private final List<ProfileFormatProvider> formats;
  private final List<MergeEngineProvider> engines;

  private ProfileProviders(List<ProfileFormatProvider> formats, List<MergeEngineProvider> engines) {
    this.formats = List.copyOf(formats);
    this.engines = List.copyOf(engines);
  }

  /**
   * Finds the providers that the thread's context class loader sees, or, if there are none, those
   * that this library's own class loader sees.
   */
  public static ProfileProviders load() {
    ProfileProviders found =
        new ProfileProviders(
            all(ServiceLoader.load(ProfileFormatProvider.class)),
            all(ServiceLoader.load(MergeEngineProvider.class)));
    return found.formats.isEmpty() ? load(ProfileProviders.class.getClassLoader()) : found;
  }

  /**
   * Finds the providers that a class loader sees.
   *
   * @throws ServiceConfigurationError if a provider cannot be made
   */
  public static ProfileProviders load(ClassLoader loader) {
    return new ProfileProviders(
        all(ServiceLoader.load(ProfileFormatProvider.class, loader)),
        all(ServiceLoader.load(MergeEngineProvider.class, loader)));
  }

  /** Returns these providers; where two read a file equally well, the first does. */
  public static ProfileProviders of(
      List<ProfileFormatProvider> formats, List<MergeEngineProvider> engines) {
    return new ProfileProviders(formats, engines);
  }

  private static <T> List<T> all(ServiceLoader<T> loader) {
    return loader.stream().map(ServiceLoader.Provider::get).toList();
  }

  /** Returns every format that some provider reads. */
  public List<ProfileFormat> formats() {
    return formats.stream().flatMap(provider -> provider.formats().stream()).toList();
  }

  /**
   * Opens a source with the provider that recognises it.
   *
   * @throws dev.profdata.io.ProfileException if it is empty, foreign, of an unknown version, or its
   *     header is damaged
   * @throws IOException if it cannot be read
   */
  public ProfileReader open(ProfileSource source, ReadOptions options) throws IOException {
    ProfileInput input = source.open(options.limits());
    try {
      return open(input, options);
    } catch (IOException | RuntimeException | Error e) {
      input.close();
      throw e;
    }
  }

  ProfileReader open(ProfileInput input, ReadOptions options) throws IOException {
    if (input.size() == 0) {
      throw new MalformedProfileException(
          ErrorKind.EMPTY_RAW_PROFILE, input.name(), "file is empty: the program wrote no profile");
    }
    Optional<ProfileFormatProvider> unsure = Optional.empty();
    Optional<Recognition.UnknownVersion> unknown = Optional.empty();
    for (ProfileFormatProvider provider : formats) {
      Recognition answer = provider.recognize(input);
      if (answer instanceof Recognition.Known known) {
        if (known.certain()) {
          return provider.open(input, options);
        }
        unsure = unsure.or(() -> Optional.of(provider));
      } else if (answer instanceof Recognition.UnknownVersion version) {
        unknown = unknown.or(() -> Optional.of(version));
      }
    }
    if (unknown.isPresent()) {
      throw unknownVersion(input, unknown.get());
    }
    if (unsure.isPresent()) {
      return unsure.get().open(input, options);
    }
    throw ForeignFormat.explain(input);
  }

  /** Reads a sum that was taken out of a merge, if an input is one. */
  Optional<PartialSum> readPartialSum(ProfileInput input, Limits limits) throws IOException {
    for (MergeEngineProvider provider : engines) {
      Optional<PartialSum> sum = provider.readPartialSum(input, limits);
      if (sum.isPresent()) {
        return sum;
      }
    }
    return Optional.empty();
  }

  private UnsupportedProfileVersionException unknownVersion(
      ProfileInput input, Recognition.UnknownVersion found) {
    var versions =
        formats().stream()
            .filter(format -> format.family() == found.family() && format.dialect().isEmpty())
            .mapToInt(ProfileFormat::version)
            .summaryStatistics();
    return new UnsupportedProfileVersionException(
        input.name(), found.family(), found.version(), versions.getMin(), versions.getMax());
  }

  /**
   * Returns a writer of a format.
   *
   * @throws IllegalArgumentException if no provider writes it
   */
  public ProfileWriter newWriter(ProfileFormat format, OutputStream out, WriteOptions options) {
    return formats.stream()
        .filter(provider -> provider.writes(format))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no provider at hand writes %s".formatted(format)))
        .newWriter(format, out, options);
  }

  /**
   * Returns a correlator of the first provider that has one.
   *
   * @throws IllegalStateException if no provider reads programs
   * @throws dev.profdata.io.ProfileException if the program has nothing to correlate with, or is
   *     damaged
   * @throws IOException if the program cannot be read
   */
  public ProfileCorrelator correlator(
      CorrelationKind kind, ProfileSource program, Limits limits, Consumer<Finding> findings)
      throws IOException {
    for (ProfileFormatProvider provider : formats) {
      Optional<ProfileCorrelator> correlator = provider.correlator(kind, program, limits, findings);
      if (correlator.isPresent()) {
        return correlator.get();
      }
    }
    throw nothingReadsPrograms();
  }

  /**
   * Returns what the debug information of a program tells, by the first provider that reads it.
   *
   * @throws IllegalStateException if no provider reads programs
   * @throws dev.profdata.io.ProfileException if there is nothing about counters, or it is damaged
   * @throws IOException if the program cannot be read
   */
  public ProgramCounters counters(ProfileSource program, Limits limits, Consumer<Finding> findings)
      throws IOException {
    for (ProfileFormatProvider provider : formats) {
      Optional<ProgramCounters> counters = provider.counters(program, limits, findings);
      if (counters.isPresent()) {
        return counters.get();
      }
    }
    throw nothingReadsPrograms();
  }

  private static IllegalStateException nothingReadsPrograms() {
    return new IllegalStateException("nothing at hand reads programs: add profdata-raw");
  }

  /**
   * Returns an empty merge engine.
   *
   * @throws IllegalStateException if no provider makes one
   */
  public MergeEngine newEngine(MergeSettings settings) {
    return engines.stream()
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("no merge engine at hand: add profdata-indexed"))
        .newEngine(settings);
  }
}
