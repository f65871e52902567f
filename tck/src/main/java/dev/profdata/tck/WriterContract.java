package dev.profdata.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.profdata.format.ProfileFamily;
import dev.profdata.format.ProfileFeature;
import dev.profdata.format.ProfileFormat;
import dev.profdata.format.ReleaseRule;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.Finding;
import dev.profdata.io.FindingKind;
import dev.profdata.io.LossyConversionException;
import dev.profdata.io.ProfileWriter;
import dev.profdata.model.ImageBuilder;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileName;
import dev.profdata.model.ValueKind;
import dev.profdata.tck.gen.ProfileSample;
import dev.profdata.tck.gen.ProfileSamples;
import dev.profdata.tck.gen.ProfileTrials;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The rules WRITE: what is written is all there, or its loss is named.
 *
 * @since 0.1
 */
public interface WriterContract extends ProviderSubject {
  @ForEachFormat
  @Rule("WRITE-1")
  default void sameProfileGivesTheSameBytes(ProfileFormat format) throws IOException {
    Locale usual = Locale.getDefault();
    for (ProfileSample sample : ProfileSamples.heldBy(format)) {
      byte[] first = InMemory.write(provider(), sample.profile(), format);
      InstrProfile equal =
          ProfileSamples.heldBy(format).stream()
              .filter(other -> other.name().equals(sample.name()))
              .findFirst()
              .orElseThrow()
              .profile();
      try {
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        assertArrayEquals(first, InMemory.write(provider(), equal, format), sample::name);
      } finally {
        Locale.setDefault(usual);
      }
    }
  }

  @ForEachFormat
  @Rule("WRITE-2")
  default void theFileIsOfTheFormatAskedFor(ProfileFormat format) throws IOException {
    for (ProfileSample sample : ProfileSamples.heldBy(format)) {
      InstrProfile back =
          InMemory.read(provider(), InMemory.write(provider(), sample.profile(), format));
      for (ProfileImage image : back.images()) {
        ProviderContract.assertSameEncoding(format, image.format());
      }
    }
  }

  @ForEachFormat
  @Rule("WRITE-3")
  default void whatTheFormatCannotHoldIsRefused(ProfileFormat format) {
    for (ProfileSample sample : lossy(format)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      LossyConversionException refusal =
          assertThrows(
              LossyConversionException.class,
              () ->
                  InMemory.visit(
                      sample.profile(), provider().newWriter(format, out, InMemory.LOSSLESS)),
              sample::name);
      assertEquals(ErrorKind.LOSS_NOT_ALLOWED, refusal.kind(), sample::name);
      assertFalse(refusal.losses().isEmpty(), () -> "no loss is named: " + sample);
      assertEquals(0, out.size(), () -> "bytes before the refusal: " + sample);
    }
  }

  /** What merged profiles cannot hold, several images, is merged before it comes to a writer. */
  private static List<ProfileSample> lossy(ProfileFormat format) {
    return ProfileSamples.beyond(format).stream()
        .filter(sample -> !sample.needs().contains(ProfileFeature.SEVERAL_IMAGES))
        .toList();
  }

  @ForEachFormat
  @Rule("WRITE-4")
  default void anAllowedLossIsReportedAndNothingElseIsLost(ProfileFormat format)
      throws IOException {
    for (ProfileSample sample : lossy(format)) {
      InMemory.Written written =
          InMemory.write(provider(), sample.profile(), format, InMemory.LOSSY);
      assertFalse(written.losses().isEmpty(), () -> "no loss is reported: " + sample);
      assertExplained(sample.name(), sample.profile(), written);
    }
  }

  private void assertExplained(String name, InstrProfile profile, InMemory.Written written)
      throws IOException {
    InstrProfile back = InMemory.read(provider(), written.bytes());
    assertEquals(
        List.of(),
        ProfileDifferences.unexplained(ProfileDifferences.between(profile, back), written.losses()),
        () -> "%s, losses %s".formatted(name, written.losses()));
  }

  @ForEachFormat
  @Rule("WRITE-5")
  default void onlyTheLossThatIsAllowedIsAccepted(ProfileFormat format) throws IOException {
    for (ProfileSample sample : lossy(format)) {
      InMemory.Written written =
          InMemory.write(provider(), sample.profile(), format, InMemory.LOSSY);
      List<FindingKind> kinds = new ArrayList<>();
      for (Finding loss : written.losses()) {
        assertEquals(FindingKind.Category.LOSS, loss.kind().category(), loss::toString);
        kinds.add(loss.kind());
      }
      assertArrayEquals(
          written.bytes(),
          InMemory.write(
                  provider(),
                  sample.profile(),
                  format,
                  InMemory.LOSSLESS.allowing(Set.copyOf(kinds)))
              .bytes(),
          sample::name);
    }
  }

  @ForEachFormat
  @Rule("WRITE-6")
  default void noLossIsReportedWhereNothingIsLost(ProfileFormat format) throws IOException {
    for (ProfileSample sample : ProfileSamples.heldBy(format)) {
      InMemory.Written written =
          InMemory.write(provider(), sample.profile(), format, InMemory.LOSSY);
      assertEquals(List.of(), written.losses(), sample::name);
    }
  }

  @ForEachFormat
  @Rule("WRITE-7")
  default void theStreamStaysOpenAndItsErrorsReachTheCaller(ProfileFormat format)
      throws IOException {
    InstrProfile profile = RoundTrips.plain(format);
    ProfileWriter writer = provider().newWriter(format, new OpenStream(), InMemory.LOSSLESS);
    InMemory.visit(profile, writer);

    IOException full = new IOException("no space left");
    ProfileWriter failing =
        provider()
            .newWriter(
                format,
                new OutputStream() {
                  @Override
                  public void write(int value) throws IOException {
                    throw full;
                  }
                },
                InMemory.LOSSLESS);
    assertSame(full, assertThrows(IOException.class, () -> InMemory.visit(profile, failing)));
  }

  /** A stream that must not be closed. */
  final class OpenStream extends OutputStream {
    private OpenStream() {}

    @Override
    public void write(int value) {}

    @Override
    public void close() {
      throw new AssertionError("the writer closed the stream");
    }
  }

  @ForEachFormat
  @Rule("WRITE-8")
  default void whatWasReadIsWrittenBackByteForByte(ProfileFormat format) throws IOException {
    assumeTrue(
        format.family() != ProfileFamily.INDEXED
            || format.release().follows(ReleaseRule.SORTED_NAMES),
        () -> "the order of the input decides that of %s".formatted(format));
    for (ProfileSample sample : ProfileSamples.heldBy(format)) {
      byte[] file = InMemory.write(provider(), sample.profile(), format);
      InstrProfile read = InMemory.read(provider(), file);
      assertArrayEquals(file, InMemory.write(provider(), read, format), sample::name);
    }
  }

  @ForEachFormat(needs = ProfileFeature.MEMOP_SIZES)
  @Rule("WRITE-9")
  default void valuesBeyondTheLimitOfASiteAreKeptOrNamed(ProfileFormat format) throws IOException {
    ImageBuilder image = new ImageBuilder(format).function(ProfileName.of("main"), 1).counter(1);
    image.site(ValueKind.MEMOP_SIZE);
    for (int size = 0; size < 300; size++) {
      image.value(size, 300 - size);
    }
    InstrProfile profile = InstrProfile.of(image.build());
    assertExplained(
        "300 values", profile, InMemory.write(provider(), profile, format, InMemory.LOSSY));
  }

  @ForEachFormat
  @Rule("WRITE-10")
  default void anyProfileComesBack(ProfileFormat format) {
    ProfileTrials.of(format)
        .forAll(
            profile ->
                assertExplained(
                    "generated",
                    profile,
                    InMemory.write(provider(), profile, format, InMemory.LOSSLESS)));
  }
}
