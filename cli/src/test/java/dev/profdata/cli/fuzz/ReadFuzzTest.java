package dev.profdata.cli.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.profdata.ProfileProviders;
import dev.profdata.format.ProfileFamily;
import dev.profdata.io.ProfileCollector;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ReadOptions;
import dev.profdata.spi.ProfileFormatProvider;
import dev.profdata.tck.damage.ReadingOracle;
import dev.profdata.tck.damage.ReadingOracle.Outcome;
import java.io.IOException;
import java.util.ServiceLoader;
import org.junit.jupiter.params.provider.MethodSource;

/** Every reader, with any bytes: a result or a profile exception, in bounded memory and time. */
class ReadFuzzTest {
  private final ReadingOracle raw = oracle(ProfileFamily.RAW);
  private final ReadingOracle indexed = oracle(ProfileFamily.INDEXED);
  private final ReadingOracle text = oracle(ProfileFamily.TEXT);
  private final ProfileProviders providers = ProfileProviders.load();

  private static ReadingOracle oracle(ProfileFamily family) {
    return new ReadingOracle(
        ServiceLoader.load(ProfileFormatProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(provider -> provider.formats().get(0).family() == family)
            .findFirst()
            .orElseThrow());
  }

  private static void judge(ReadingOracle oracle, byte[] file) {
    Outcome first = oracle.read(file);
    // The first file of its sort makes the fuzzer instrument classes, which is not the reader's.
    Outcome outcome = first.isTooLarge() || first.isTooSlow() ? oracle.read(file) : first;
    outcome
        .failure()
        .ifPresent(
            failure -> {
              throw new AssertionError("neither a profile nor a refusal: " + failure, failure);
            });
    assertFalse(
        outcome.isTooLarge(),
        () -> "%d bytes for a file of %d".formatted(outcome.allocated(), outcome.size()));
    assertFalse(
        outcome.isTooSlow(),
        () -> "%d ns for a file of %d bytes".formatted(outcome.nanos(), outcome.size()));
  }

  @MethodSource("dev.profdata.cli.fuzz.FuzzCorpus#raw")
  @FuzzTest
  void raw(byte[] file) {
    judge(raw, file);
  }

  @MethodSource("dev.profdata.cli.fuzz.FuzzCorpus#indexed")
  @FuzzTest
  void indexed(byte[] file) {
    judge(indexed, file);
  }

  @MethodSource("dev.profdata.cli.fuzz.FuzzCorpus#text")
  @FuzzTest
  void text(byte[] file) {
    judge(text, file);
  }

  /** The choice among the providers, and files that are cut off but can be salvaged. */
  @MethodSource("dev.profdata.cli.fuzz.FuzzCorpus#all")
  @FuzzTest
  void any(byte[] file) throws IOException {
    ProfileSource source = ProfileSource.of("fuzzed", file);
    try (ProfileReader reader = providers.open(source, ReadOptions.DEFAULT.salvaging())) {
      reader.accept(new ProfileCollector(reader.format()));
    } catch (ProfileException refusal) {
      assertFalse(refusal.detail().isBlank());
    }
  }
}
