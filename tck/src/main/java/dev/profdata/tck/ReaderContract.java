package dev.profdata.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.profdata.format.ProfileFeature;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ReadOptions;
import dev.profdata.io.ReadSession;
import dev.profdata.model.FunctionRecord;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileName;
import dev.profdata.tck.gen.ProfileSample;
import dev.profdata.tck.gen.ProfileSamples;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;

/**
 * The rules READ-1 to READ-19: everything in a file reaches the visitor, as it is.
 *
 * @since 0.1
 */
public interface ReaderContract extends ProviderSubject {
  @ForEachFormat
  @Rule("READ-1")
  default void allFunctionsComeBack(ProfileFormat format) throws IOException {
    RoundTrips.assertComesBack(provider(), format, ProfilePart.FUNCTIONS);
  }

  @ForEachFormat
  @Rule("READ-2")
  default void countersComeBack(ProfileFormat format) throws IOException {
    RoundTrips.assertComesBack(provider(), format, ProfilePart.COUNTERS);
  }

  @ForEachFormat(needs = ProfileFeature.VALUE_DATA)
  @Rule("READ-3")
  default void callTargetsComeBackAsHashesOfNames(ProfileFormat format) throws IOException {
    RoundTrips.assertComesBack(
        provider(), format, ProfilePart.CALL_TARGETS, ProfileFeature.VALUE_DATA);
  }

  @ForEachFormat(needs = ProfileFeature.MEMOP_SIZES)
  @Rule("READ-4")
  default void memorySizesComeBack(ProfileFormat format) throws IOException {
    RoundTrips.assertComesBack(
        provider(), format, ProfilePart.MEMOP_SIZES, ProfileFeature.MEMOP_SIZES);
  }

  @ForEachFormat(needs = ProfileFeature.VTABLES)
  @Rule("READ-5")
  default void virtualTablesComeBackAsHashesOfNames(ProfileFormat format) throws IOException {
    RoundTrips.assertComesBack(provider(), format, ProfilePart.VTABLES, ProfileFeature.VTABLES);
  }

  @ForEachFormat(needs = ProfileFeature.BITMAPS)
  @Rule("READ-6")
  default void bitmapsComeBack(ProfileFormat format) throws IOException {
    RoundTrips.assertComesBack(provider(), format, ProfilePart.BITMAPS, ProfileFeature.BITMAPS);
  }

  @ForEachFormat(needs = ProfileFeature.BINARY_IDS)
  @Rule("READ-7")
  default void binaryIdsComeBack(ProfileFormat format) throws IOException {
    RoundTrips.assertComesBack(
        provider(), format, ProfilePart.BINARY_IDS, ProfileFeature.BINARY_IDS);
  }

  @ForEachFormat
  @Rule("READ-8")
  default void flagsComeBack(ProfileFormat format) throws IOException {
    RoundTrips.assertComesBack(provider(), format, ProfilePart.FLAGS);
  }

  @ForEachFormat(needs = ProfileFeature.TEMPORAL_TRACES)
  @Rule("READ-9")
  default void tracesComeBack(ProfileFormat format) throws IOException {
    for (ProfileSample sample : ProfileSamples.showing(ProfileFeature.TEMPORAL_TRACES, format)) {
      InstrProfile back = written(sample.profile(), format);
      assertEquals(sample.profile().traces(), back.traces(), sample::name);
    }
  }

  private InstrProfile written(InstrProfile profile, ProfileFormat format) throws IOException {
    return InMemory.read(provider(), InMemory.write(provider(), profile, format));
  }

  @ForEachFormat(needs = ProfileFeature.UNIFORM_COUNTERS)
  @Rule("READ-10")
  default void uniformCountersComeBack(ProfileFormat format) throws IOException {
    for (ProfileSample sample : ProfileSamples.showing(ProfileFeature.UNIFORM_COUNTERS, format)) {
      InstrProfile back = written(sample.profile(), format);
      assertEquals(uniform(sample.profile()), uniform(back), sample::name);
    }
  }

  private static List<String> uniform(InstrProfile profile) {
    return profile.images().stream().flatMap(image -> Uniform.of(image).stream()).toList();
  }

  @ForEachFormat(needs = ProfileFeature.UNNAMED_FUNCTIONS)
  @Rule("READ-11")
  default void aFunctionWithoutNameKeepsItsHash(ProfileFormat format) throws IOException {
    RoundTrips.assertComesBack(
        provider(), format, ProfilePart.FUNCTIONS, ProfileFeature.UNNAMED_FUNCTIONS);
  }

  @ForEachFormat(needs = ProfileFeature.SEVERAL_IMAGES)
  @Rule("READ-12")
  default void imagesStayApart(ProfileFormat format) throws IOException {
    for (ProfileSample sample : ProfileSamples.showing(ProfileFeature.SEVERAL_IMAGES, format)) {
      InstrProfile back = written(sample.profile(), format);
      assertEquals(records(sample.profile()), records(back), sample::name);
    }
  }

  private static List<List<FunctionRecord>> records(InstrProfile profile) {
    return profile.images().stream().map(ProfileImage::records).map(List::copyOf).toList();
  }

  @ForEachFormat
  @Rule("READ-13")
  default void readingAgainGivesTheSame(ProfileFormat format) throws IOException {
    for (ProfileSample sample : ProfileSamples.heldBy(format)) {
      byte[] file = InMemory.write(provider(), sample.profile(), format);
      InstrProfile first = InMemory.read(provider(), file);
      try (ProfileReader reader = InMemory.open(provider(), file)) {
        assertEquals(records(first), records(InMemory.collect(reader)), "by another reader");
        assertEquals(records(first), records(InMemory.collect(reader)), "by the same reader");
      }
    }
  }

  @ForEachFormat
  @Rule("READ-14")
  default void visitsByTheGrammar(ProfileFormat format) throws IOException {
    for (ProfileSample sample : ProfileSamples.heldBy(format)) {
      byte[] file = InMemory.write(provider(), sample.profile(), format);
      try (ProfileReader reader = InMemory.open(provider(), file)) {
        GrammarVisitor grammar = new GrammarVisitor();
        reader.accept(grammar);
        grammar.assertEnded();
      }
    }
  }

  @ForEachFormat
  @Rule("READ-15")
  default void lookingUpFindsAllRecordsOfAName(ProfileFormat format) throws IOException {
    for (ProfileSample sample : ProfileSamples.heldBy(format)) {
      byte[] file = InMemory.write(provider(), sample.profile(), format);
      try (ProfileReader reader = InMemory.open(provider(), file)) {
        InstrProfile profile = InMemory.collect(reader);
        for (FunctionRecord function : profile.functions().toList()) {
          ProfileName name = function.name();
          if (!name.equals(ProfileName.EMPTY)) {
            assertEquals(
                new HashSet<>(profile.functions(name)),
                new HashSet<>(reader.lookup(name)),
                name::toString);
          }
        }
        assertEquals(List.of(), reader.lookup(ProfileName.of("no function has this name")));
      }
    }
  }

  @ForEachFormat
  @Rule("READ-16")
  default void whatAVisitorThrowsReachesTheCaller(ProfileFormat format) throws IOException {
    byte[] file = InMemory.write(provider(), RoundTrips.plain(format), format);
    IOException own = new IOException("the visitor's own");
    try (ProfileReader reader = InMemory.open(provider(), file)) {
      IOException thrown =
          assertThrows(
              IOException.class,
              () ->
                  reader.accept(
                      image -> {
                        throw own;
                      }));
      assertSame(own, thrown);
    }
  }

  @ForEachFormat
  @Rule("READ-17")
  default void everySourceReadsTheSame(ProfileFormat format) throws IOException {
    byte[] file = InMemory.write(provider(), RoundTrips.plain(format), format);
    InstrProfile expected = InMemory.read(provider(), file);
    for (SourceKinds.Kind kind : SourceKinds.of(file).all()) {
      InstrProfile read = InMemory.read(provider(), kind.source(), ReadOptions.DEFAULT);
      assertEquals(records(expected), records(read), kind::name);
    }
  }

  @ForEachFormat
  @Rule("READ-18")
  default void optionsDoNotChangeTheMeaning(ProfileFormat format) throws IOException {
    for (ProfileSample sample : ProfileSamples.heldBy(format)) {
      byte[] file = InMemory.write(provider(), sample.profile(), format);
      InstrProfile expected = InMemory.read(provider(), file);
      ReadSession session = ReadSession.start();
      for (ReadOptions options :
          List.of(
              ReadOptions.DEFAULT.withoutOrigin(),
              ReadOptions.DEFAULT.within(ReadSession.ofOneFile()),
              ReadOptions.DEFAULT.within(session),
              ReadOptions.DEFAULT.within(session))) {
        InstrProfile read = InMemory.read(provider(), InMemory.source(file), options);
        assertEquals(List.of(), ProfileDifferences.between(expected, read), sample::name);
      }
    }
  }

  @ForEachFormat
  @Rule("READ-19")
  default void aReaderSaysWhatItReads(ProfileFormat format) throws IOException {
    for (ProfileSample sample : ProfileSamples.heldBy(format)) {
      byte[] file = InMemory.write(provider(), sample.profile(), format);
      try (ProfileReader reader = InMemory.open(provider(), file)) {
        ProviderContract.assertSameEncoding(format, reader.format());
        assertEquals(
            InMemory.collect(reader).images().get(0).variant(), reader.variant(), sample::name);
      }
    }
  }
}
