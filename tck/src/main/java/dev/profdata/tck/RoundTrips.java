package dev.profdata.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.profdata.format.ProfileFeature;
import dev.profdata.format.ProfileFormat;
import dev.profdata.model.InstrProfile;
import dev.profdata.spi.ProfileFormatProvider;
import dev.profdata.tck.gen.ProfileSample;
import dev.profdata.tck.gen.ProfileSamples;
import java.io.IOException;
import java.util.List;

/** Samples, written and read again. */
final class RoundTrips {
  private RoundTrips() {}

  /** Fails if the part of a sample that the format holds comes back as another. */
  static void assertComesBack(
      ProfileFormatProvider provider, ProfileFormat format, ProfilePart part) throws IOException {
    assertComesBack(provider, format, part, ProfileSamples.heldBy(format));
  }

  /** Fails if the part of a sample that shows a feature comes back as another. */
  static void assertComesBack(
      ProfileFormatProvider provider,
      ProfileFormat format,
      ProfilePart part,
      ProfileFeature feature)
      throws IOException {
    assertComesBack(provider, format, part, ProfileSamples.showing(feature, format));
  }

  private static void assertComesBack(
      ProfileFormatProvider provider,
      ProfileFormat format,
      ProfilePart part,
      List<ProfileSample> samples)
      throws IOException {
    for (ProfileSample sample : samples) {
      InstrProfile back =
          InMemory.read(provider, InMemory.write(provider, sample.profile(), format));
      assertEquals(
          List.of(),
          ProfileDifferences.between(sample.profile(), back).stream()
              .filter(difference -> difference.part() == part)
              .toList(),
          sample::name);
    }
  }

  /** Returns a sample of two functions that every format can hold. */
  static InstrProfile plain(ProfileFormat format) {
    return ProfileSamples.heldBy(format).get(1).profile();
  }
}
