package dev.profdata.raw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFeature;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.Finding;
import dev.profdata.io.FindingKind;
import dev.profdata.io.LossyConversionException;
import dev.profdata.io.WriteOptions;
import dev.profdata.model.ImageBuilder;
import dev.profdata.model.ImageCounts;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileName;
import dev.profdata.model.ProfileVariant;
import dev.profdata.tck.gen.ProfileGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RawProfileWriterTest {
  private static final WriteOptions ALLOWING_ALL = WriteOptions.DEFAULT.allowingAllLosses();

  static Stream<ProfileFormat> formats() {
    return IntStream.rangeClosed(1, RawHeaderLayout.NEWEST_VERSION)
        .boxed()
        .flatMap(
            version ->
                Stream.of(64, 32).map(bits -> ProfileFormat.raw(version).withPointerBits(bits)))
        .flatMap(
            format ->
                Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)
                    .map(format::withByteOrder));
  }

  @Test
  void anUntouchedImageIsWrittenBackByteForByte() throws IOException {
    for (byte[] file :
        List.of(SampleFiles.VERSION_1, SampleFiles.VERSION_10, SampleFiles.VERSION_11)) {
      var profile = SampleFiles.read(file).profile();
      assertArrayEquals(
          file, SampleFiles.write(profile.images(), profile.format(), WriteOptions.DEFAULT));
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void whatAFormatHoldsComesBack(ProfileFormat format) throws IOException {
    ProfileImage image = SampleFiles.fooAndBar(format);
    byte[] bytes = SampleFiles.write(List.of(image, image), format, ALLOWING_ALL);
    var read = SampleFiles.read(bytes).profile();
    assertEquals(format.withRelease(read.format().release()), read.format());
    assertEquals(4, read.functionCount());
    assertEquals(65, read.function("bar").orElseThrow().counter(1));
    if (format.version() > 1) {
      assertEquals(image.records(), read.images().get(1).records());
    }
  }

  static Stream<ProfileFormat> formatsThatHoldAll() {
    return formats().filter(format -> format.supports(ProfileFeature.VTABLES));
  }

  @ParameterizedTest
  @MethodSource("formatsThatHoldAll")
  void randomProfilesComeBackInNewVersions(ProfileFormat format) throws IOException {
    ProfileGenerator generator = new ProfileGenerator(format.version(), 40, LlvmRelease.of(22));
    for (int i = 0; i < 5; i++) {
      ProfileImage image = generator.next();
      var read =
          SampleFiles.read(SampleFiles.write(List.of(image), format, ALLOWING_ALL)).profile();
      for (int row = 0; row < image.size(); row++) {
        assertArrayEquals(
            image.function(row).counters(), read.images().get(0).function(row).counters());
        assertArrayEquals(
            image.function(row).bitmap(), read.images().get(0).function(row).bitmap());
      }
    }
  }

  @Test
  void coverageAndTimestampsKeepTheirForm() throws IOException {
    ProfileImage untimed = covered();
    ProfileImage counters =
        ProfileImage.builder(
                untimed.format(),
                untimed.functions(),
                ImageCounts.builder()
                    .counters(new long[] {1, 0, 1})
                    .timestamps(new long[] {5})
                    .build())
            .variant(untimed.variant())
            .build();
    var read =
        SampleFiles.read(
                SampleFiles.write(List.of(counters), ProfileFormat.raw(10), WriteOptions.DEFAULT))
            .profile();
    assertEquals(counters.records(), read.images().get(0).records());
    assertEquals(counters.variant(), read.variant());
    assertEquals(5, read.images().get(0).counts().timestamp(0));
  }

  private static ProfileImage covered() {
    return new ImageBuilder(ProfileFormat.raw(10))
        .function(ProfileName.of("a"), 1)
        .counters(1, 0, 1)
        .finish()
        .variant(
            ProfileVariant.NONE
                .with(ProfileVariant.IR_LEVEL)
                .with(ProfileVariant.BYTE_COVERAGE)
                .with(ProfileVariant.TEMPORAL))
        .build();
  }

  @Test
  void tracesWithoutTimestampsAreALoss() throws IOException {
    LossyConversionException refusal =
        assertThrows(
            LossyConversionException.class,
            () ->
                SampleFiles.write(List.of(covered()), ProfileFormat.raw(10), WriteOptions.DEFAULT));
    assertEquals(FindingKind.TEMPORAL_TRACES, refusal.losses().get(0).kind());
    byte[] bytes = SampleFiles.write(List.of(covered()), ProfileFormat.raw(10), ALLOWING_ALL);
    assertEquals(
        covered().variant().without(ProfileVariant.TEMPORAL),
        SampleFiles.read(bytes).profile().variant());
  }

  @Test
  void lossesAreRefusedByNameAndReportedWhenAllowed() throws IOException {
    ProfileImage image =
        new ImageBuilder(ProfileFormat.raw(10))
            .function(ProfileName.of("a"), 1)
            .counter(1)
            .bitmap((byte) 3)
            .build();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LossyConversionException refusal =
        assertThrows(
            LossyConversionException.class,
            () ->
                new RawProfileWriter(ProfileFormat.raw(8), out, WriteOptions.DEFAULT)
                    .visitImage(image));
    assertEquals(
        List.of(FindingKind.BITMAPS), refusal.losses().stream().map(Finding::kind).toList());
    assertEquals(0, out.size());

    WriteOptions allowed = WriteOptions.DEFAULT.allowing(Set.of(FindingKind.BITMAPS));
    RawProfileWriter writer = new RawProfileWriter(ProfileFormat.raw(8), out, allowed);
    writer.visitImage(image);
    writer.visitEnd();
    assertEquals(1, writer.losses().size());
    assertEquals(1, SampleFiles.read(out.toByteArray()).profile().functionCount());
  }
}
