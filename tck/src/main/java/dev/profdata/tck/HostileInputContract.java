package dev.profdata.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.Limit;
import dev.profdata.io.Limits;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileTooLargeException;
import dev.profdata.io.ReadOptions;
import dev.profdata.model.InstrProfile;
import dev.profdata.tck.damage.DamagedFile;
import dev.profdata.tck.damage.Damagers;
import dev.profdata.tck.damage.ReadingOracle;
import dev.profdata.tck.damage.ReadingOracle.Outcome;
import dev.profdata.tck.gen.ProfileSample;
import dev.profdata.tck.gen.ProfileSamples;
import dev.profdata.tck.gen.ProfileTrials;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/**
 * The rules HOSTILE: a file can only be read, never obeyed.
 *
 * @since 0.1
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
public interface HostileInputContract extends ProviderSubject {
  /** What is said of a file as a whole. */
  Set<ErrorKind> WITHOUT_PLACE =
      Set.of(
          ErrorKind.EMPTY_RAW_PROFILE,
          ErrorKind.UNRECOGNIZED_FORMAT,
          ErrorKind.UNSUPPORTED_VERSION,
          ErrorKind.RAW_PROFILE_VERSION_MISMATCH);

  /**
   * Returns the files that are damaged, a few small ones for each format.
   *
   * @throws IOException if they cannot be written
   */
  default List<byte[]> victims(ProfileFormat format) throws IOException {
    int most = 1000;
    List<byte[]> files = new ArrayList<>();
    for (ProfileSample sample : ProfileSamples.heldBy(format)) {
      if (sample.needs().size() > 1) {
        files.add(InMemory.write(provider(), sample.profile(), format));
      }
    }
    List<InstrProfile> generated =
        ProfileTrials.of(format).samples(1).limit(40).filter(p -> p.functionCount() > 2).toList();
    for (InstrProfile profile : generated) {
      files.add(InMemory.write(provider(), profile, format));
    }
    files.removeIf(file -> file.length > most);
    files.sort((a, b) -> Integer.compare(b.length, a.length));
    return files.subList(0, Math.min(2, files.size()));
  }

  private void damaged(
      ProfileFormat format,
      Function<byte[], Stream<DamagedFile>> damager,
      BiConsumer<DamagedFile, Outcome> judge)
      throws IOException {
    ReadingOracle oracle = new ReadingOracle(provider());
    for (byte[] file : victims(format)) {
      damager.apply(file).forEach(damaged -> judge.accept(damaged, oracle.read(damaged.bytes())));
    }
  }

  private static void assertJudged(DamagedFile file, Outcome outcome) {
    outcome
        .failure()
        .ifPresent(
            failure -> {
              throw new AssertionError("%s: %s".formatted(file, failure), failure);
            });
  }

  @ForEachFormat
  @Rule("HOSTILE-1")
  default void aCutOffFileIsReadOrRefused(ProfileFormat format) throws IOException {
    damaged(format, Damagers::cut, HostileInputContract::assertJudged);
  }

  @ForEachFormat
  @Rule("HOSTILE-2")
  default void flippedBitsAreReadOrRefused(ProfileFormat format) throws IOException {
    damaged(format, Damagers::flip, HostileInputContract::assertJudged);
  }

  @ForEachFormat
  @Rule("HOSTILE-3")
  default void swappedPartsAreReadOrRefused(ProfileFormat format) throws IOException {
    damaged(format, Damagers::swap, HostileInputContract::assertJudged);
  }

  @ForEachFormat
  @Rule("HOSTILE-4")
  default void splicedFilesAreReadOrRefused(ProfileFormat format) throws IOException {
    byte[] other = InMemory.write(provider(), RoundTrips.plain(format), format);
    damaged(
        format,
        file -> Stream.concat(Damagers.splice(file, other), Damagers.noise(file)),
        HostileInputContract::assertJudged);
  }

  @ForEachFormat
  @Rule("HOSTILE-5")
  default void impossibleSizesAreReadOrRefused(ProfileFormat format) throws IOException {
    damaged(format, Damagers::inflate, HostileInputContract::assertJudged);
  }

  @ForEachFormat
  @Rule("HOSTILE-6")
  default void memoryIsBoundedByTheFile(ProfileFormat format) throws IOException {
    assumeTrue(ReadingOracle.countsAllocations(), "this virtual machine counts no allocations");
    damaged(
        format,
        Damagers::inflate,
        (file, outcome) ->
            assertFalse(
                outcome.isTooLarge(),
                () ->
                    "%s: %d bytes for a file of %d"
                        .formatted(file, outcome.allocated(), outcome.size())));
  }

  @ForEachFormat
  @Rule("HOSTILE-7")
  default void timeIsBoundedByTheFile(ProfileFormat format) throws IOException {
    damaged(
        format,
        Damagers::inflate,
        (file, outcome) ->
            assertFalse(
                outcome.isTooSlow(),
                () ->
                    "%s: %d ms for a file of %d bytes"
                        .formatted(file, outcome.nanos() / 1_000_000, outcome.size())));
  }

  @ForEachFormat
  @Rule("HOSTILE-8")
  default void aRefusalSaysWhere(ProfileFormat format) throws IOException {
    damaged(
        format,
        Damagers::flip,
        (file, outcome) -> outcome.refusal().ifPresent(refusal -> assertPlace(file, refusal)));
  }

  private static void assertPlace(DamagedFile file, ProfileException refusal) {
    assertEquals(ReadingOracle.SOURCE, refusal.source(), file::toString);
    assertTrue(
        refusal.offset().isPresent() || WITHOUT_PLACE.contains(refusal.kind()),
        () -> "%s: no offset: %s".formatted(file, refusal.getMessage()));
    refusal
        .offset()
        .ifPresent(
            offset ->
                assertTrue(
                    offset >= 0 && offset <= file.bytes().length,
                    () -> "%s: outside the file: %s".formatted(file, refusal.getMessage())));
  }

  @ForEachFormat
  @Rule("HOSTILE-9")
  default void limitsAreKept(ProfileFormat format) throws IOException {
    for (ProfileSample sample : ProfileSamples.heldBy(format)) {
      byte[] file = InMemory.write(provider(), sample.profile(), format);
      if (sample.profile().images().get(0).functions().names().size() > 1) {
        ProfileTooLargeException refusal =
            assertThrows(
                ProfileTooLargeException.class,
                () ->
                    InMemory.read(
                        provider(),
                        InMemory.source(file),
                        ReadOptions.DEFAULT.withLimits(Limits.DEFAULT.withMaxFunctions(1))),
                sample::name);
        assertEquals(ErrorKind.TOO_LARGE, refusal.kind());
        assertEquals(1, refusal.allowed());
        assertEquals(Optional.of(Limit.FUNCTIONS), refusal.limit());
      }
    }
  }
}
