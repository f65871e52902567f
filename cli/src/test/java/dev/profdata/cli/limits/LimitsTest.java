package dev.profdata.cli.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.MergeOptions;
import dev.profdata.ProfileMerger;
import dev.profdata.Profiles;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.Limit;
import dev.profdata.io.Limits;
import dev.profdata.io.MergeFailedException;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ProfileTooLargeException;
import dev.profdata.io.ReadOptions;
import dev.profdata.model.InstrProfile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LimitsTest {
  private static final byte[] NONE = {};

  private static ReadOptions reading(Limit limit, long value) {
    return ReadOptions.DEFAULT.withLimits(Limits.DEFAULT.with(limit, value));
  }

  private static void assertRefused(byte[] file, Limit limit, long claimed) {
    ProfileTooLargeException refusal =
        assertThrows(
            ProfileTooLargeException.class,
            () -> Profiles.read(ProfileSource.of("file", file), reading(limit, 1)));
    assertTells(refusal, limit);
    assertEquals(claimed, refusal.asked());
  }

  private static void assertTells(ProfileTooLargeException refusal, Limit limit) {
    assertEquals(ErrorKind.TOO_LARGE, refusal.kind());
    assertEquals(Optional.of(limit), refusal.limit());
    assertEquals(1, refusal.allowed());
    assertTrue(refusal.offset().isPresent() && refusal.section().isPresent());
    String message = String.valueOf(refusal.getMessage());
    assertTrue(message.contains(limit.property() + " is 1"), message);
    assertTrue(message.contains("--limit=" + limit.option() + "="), message);
    String with = "Limits.withM" + limit.property().substring(1);
    assertTrue(message.contains(with), message);
  }

  @Test
  void rawProfilesAreHeldToEveryLimit() throws IOException {
    byte[] file = Programs.write(Programs.profile(3, 2, 1), ProfileFormat.raw(8));
    assertRefused(file, Limit.FUNCTIONS, 3);
    assertRefused(file, Limit.COUNTERS, 6);
    assertRefused(file, Limit.VALUE_SITES, 6);
    assertRefused(file, Limit.NAME_BYTES, 3 * 17 + 2);
    byte[] twice = Arrays.copyOf(file, 2 * file.length);
    System.arraycopy(file, 0, twice, file.length, file.length);
    assertRefused(twice, Limit.IMAGES, 2);
  }

  @Test
  void oldRawProfilesAreHeldToTheLimitOfNames() throws IOException {
    byte[] file = Programs.write(Programs.profile(3, 2, 1), ProfileFormat.raw(1));
    assertRefused(file, Limit.NAME_BYTES, 17);
  }

  @Test
  void indexedProfilesAreHeldToEveryLimit() throws IOException {
    byte[] file = Programs.write(Programs.profile(3, 2, 1), ProfileFormat.indexed(14));
    assertRefused(file, Limit.FUNCTIONS, 3);
    assertRefused(file, Limit.COUNTERS, 2);
    assertRefused(file, Limit.VALUE_SITES, 2);
    assertRefused(file, Limit.NAME_BYTES, 17);
    assertRefused(file, Limit.TRACES, 2);
  }

  @Test
  void textsAreHeldToEveryLimit() throws IOException {
    byte[] file = Programs.write(Programs.profile(3, 2, 1), ProfileFormat.text());
    assertRefused(file, Limit.FUNCTIONS, 2);
    assertRefused(file, Limit.COUNTERS, 2);
    assertRefused(file, Limit.VALUE_SITES, 2);
    assertRefused(file, Limit.NAME_BYTES, 17);
    assertRefused(file, Limit.TRACES, 2);
  }

  @ParameterizedTest
  @EnumSource(names = {"FUNCTIONS", "COUNTERS", "VALUE_SITES", "NAME_BYTES", "TRACES"})
  void partialSumsAreHeldToTheLimitsOfAnImage(Limit limit) throws IOException {
    byte[] sum = Programs.partialSum(Programs.profile(3, 2, 1));
    MergeOptions options = MergeOptions.DEFAULT.withReading(reading(limit, 1));
    try (ProfileMerger merger = Profiles.merger(options)) {
      merger.add(ProfileSource.of("sum", sum), 1);
      MergeFailedException failure =
          assertThrows(
              MergeFailedException.class,
              () -> merger.writeTo(OutputStream.nullOutputStream(), ProfileFormat.indexed(14)));
      ProfileException refusal = failure.failures().get(0);
      assertTells((ProfileTooLargeException) refusal, limit);
    }
  }

  @Test
  void aStreamIsReadNoFurtherThanTheLimit() {
    ProfileSource endless =
        ProfileSource.of(
            "endless",
            new ByteArrayInputStream(NONE) {
              @Override
              public synchronized int read(byte[] target, int at, int length) {
                return length;
              }
            });
    ProfileTooLargeException refusal =
        assertThrows(
            ProfileTooLargeException.class,
            () -> Profiles.open(endless, reading(Limit.FILE_BYTES, 1)));
    assertTells(refusal, Limit.FILE_BYTES);
  }

  @Test
  void whatFitsExactlyIsRead() throws IOException {
    InstrProfile profile = Programs.profile(3, 2, 1);
    for (ProfileFormat format :
        new ProfileFormat[] {
          ProfileFormat.raw(8), ProfileFormat.indexed(14), ProfileFormat.text()
        }) {
      byte[] file = Programs.write(profile, format);
      Limits exact = new Limits(file.length, 3, 6, 53, 6, 1, 2);
      ReadOptions options = ReadOptions.DEFAULT.withLimits(exact);
      assertEquals(3, Profiles.read(ProfileSource.of("file", file), options).functionCount());
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyLimitIsAtLeastOne(Limit limit) {
    assertThrows(IllegalArgumentException.class, () -> Limits.DEFAULT.with(limit, 0));
    assertEquals(7, limit.of(Limits.DEFAULT.with(limit, 7)));
    assertEquals(Optional.of(limit), Limit.ofOption(limit.option()));
  }
}
