package dev.profdata.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.profdata.ProfileProviders;
import dev.profdata.Profiles;
import dev.profdata.format.ProfileFamily;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.Finding;
import dev.profdata.io.LossyConversionException;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ProfileWriter;
import dev.profdata.io.WriteOptions;
import dev.profdata.model.FunctionRecord;
import dev.profdata.model.ImageBuilder;
import dev.profdata.model.InstrProfile;
import dev.profdata.tck.gen.ProfileSample;
import dev.profdata.tck.gen.ProfileSamples;
import dev.profdata.tck.gen.ProfileTrials;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rules CONVERT, for every ordered pair of formats that the providers at hand write.
 *
 * <p>Formats of the indexed and the text family need a merge engine at hand.
 *
 * @since 0.1
 */
public interface ConversionContract extends FormatSubject {
  /** Above it, LLVM takes a raw counter for damage. */
  long LARGEST_CREDIBLE = 1L << 56;

  /** Returns all formats of the providers that {@link ProfileProviders#load()} finds. */
  @Override
  default List<ProfileFormat> formats() {
    return ProfileProviders.load().formats();
  }

  /** Returns the samples of a format as they are read from its files. */
  private List<ProfileSample> sources(ProfileFormat source) throws IOException {
    List<ProfileSample> read = new ArrayList<>();
    for (ProfileSample sample : ProfileSamples.heldBy(source)) {
      if (isHeld(sample.profile(), source)) {
        InstrProfile profile = asRead(sample.profile(), source);
        read.add(new ProfileSample(sample.name(), sample.needs(), profile));
      }
    }
    return read;
  }

  private static boolean isHeld(InstrProfile profile, ProfileFormat format) {
    return format.family() != ProfileFamily.RAW || isCredible(profile);
  }

  private static boolean isCredible(InstrProfile profile) {
    return profile
        .functions()
        .flatMapToLong(function -> Arrays.stream(function.counters()))
        .allMatch(counter -> Long.compareUnsigned(counter, LARGEST_CREDIBLE) <= 0);
  }

  private static InstrProfile asRead(InstrProfile profile, ProfileFormat format)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ProfileWriter writer = ProfileProviders.load().newWriter(format, out, InMemory.LOSSLESS);
    InMemory.visit(profile, writer);
    return read(out.toByteArray(), format);
  }

  /** An empty text is anybody's. */
  private static InstrProfile read(byte[] bytes, ProfileFormat format) throws IOException {
    return bytes.length == 0
        ? InstrProfile.of(new ImageBuilder(format).build())
        : Profiles.read(ProfileSource.of(InMemory.SOURCE, bytes));
  }

  private static InMemory.Written convert(
      InstrProfile profile, ProfileFormat target, WriteOptions options) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Finding> losses = Profiles.write(profile, out, target, options);
    return new InMemory.Written(out.toByteArray(), losses);
  }

  private static void assertNothingLostInSilence(
      String name, InstrProfile profile, ProfileFormat target) throws IOException {
    InMemory.Written converted = convert(profile, target, InMemory.LOSSY);
    InstrProfile back = read(converted.bytes(), target);
    assertEquals(
        List.of(),
        ProfileDifferences.unexplained(
            ProfileDifferences.between(profile, back), converted.losses()),
        () -> "%s, losses %s".formatted(name, converted.losses()));
  }

  @ForEachPair
  @Rule("CONVERT-1")
  default void nothingIsLostInSilence(ProfileFormat source, ProfileFormat target)
      throws IOException {
    for (ProfileSample sample : sources(source)) {
      assertNothingLostInSilence(sample.name(), sample.profile(), target);
    }
  }

  @ForEachPair
  @Rule("CONVERT-2")
  default void aLossIsRefusedUnlessAllowed(ProfileFormat source, ProfileFormat target)
      throws IOException {
    for (ProfileSample sample : sources(source)) {
      InMemory.Written converted = convert(sample.profile(), target, InMemory.LOSSY);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      if (converted.losses().isEmpty()) {
        Profiles.write(sample.profile(), out, target, InMemory.LOSSLESS);
        assertArrayEquals(converted.bytes(), out.toByteArray(), sample::name);
      } else {
        assertThrows(
            LossyConversionException.class,
            () -> Profiles.write(sample.profile(), out, target, InMemory.LOSSLESS),
            sample::name);
        assertEquals(0, out.size(), () -> "bytes before the refusal: " + sample);
      }
    }
  }

  @ForEachPair
  @Rule("CONVERT-3")
  default void thereAndBackIsTheSame(ProfileFormat source, ProfileFormat target)
      throws IOException {
    for (ProfileSample sample : sources(source)) {
      InMemory.Written there = convert(sample.profile(), target, InMemory.LOSSY);
      if (there.losses().isEmpty() && isHeld(sample.profile(), target)) {
        InstrProfile between = read(there.bytes(), target);
        InMemory.Written back = convert(between, source, InMemory.LOSSY);
        assertEquals(
            List.of(),
            ProfileDifferences.unexplained(
                ProfileDifferences.between(sample.profile(), read(back.bytes(), source)),
                back.losses()),
            sample::name);
      }
    }
  }

  @ForEachPair
  @Rule("CONVERT-4")
  default void convertingAgainGivesTheSameBytes(ProfileFormat source, ProfileFormat target)
      throws IOException {
    for (ProfileSample sample : sources(source)) {
      assertArrayEquals(
          convert(sample.profile(), target, InMemory.LOSSY).bytes(),
          convert(sample.profile(), target, InMemory.LOSSY).bytes(),
          sample::name);
    }
  }

  @ForEachPair
  @Rule("CONVERT-5")
  default void nothingOfAnyProfileIsLostInSilence(ProfileFormat source, ProfileFormat target) {
    ProfileTrials.credible(source)
        .tries(10)
        .forAll(
            profile -> assertNothingLostInSilence("generated", asRead(profile, source), target));
  }

  @ForEachFormat
  @Rule("CONVERT-6")
  default void aConversionToTheSameFormatChangesNothing(ProfileFormat format) throws IOException {
    for (ProfileSample sample : sources(format)) {
      InMemory.Written same = convert(sample.profile(), format, InMemory.LOSSLESS);
      InstrProfile back = read(same.bytes(), format);
      assertEquals(List.of(), ProfileDifferences.between(sample.profile(), back), sample::name);
      assertEquals(
          sample.profile().functions().map(FunctionRecord::name).sorted().toList(),
          back.functions().map(FunctionRecord::name).sorted().toList());
    }
  }
}
