package dev.profdata.raw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.ProfileProviders;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.MalformedProfileException;
import dev.profdata.io.ProfileCollector;
import dev.profdata.io.ProfileCorrelator;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ReadOptions;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.NameTable;
import dev.profdata.model.ProfileName;
import dev.profdata.tck.corpus.Corpus;
import dev.profdata.tck.corpus.CorpusFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real files that hold counters only, and correlators made for them. */
class CorrelatedProfileTest {
  private static final ProfileName NAME = ProfileName.of("main");

  static Stream<CorpusFile> files() throws IOException {
    return Corpus.raw().stream().filter(CorpusFile::isCorrelated);
  }

  private static InstrProfile read(CorpusFile file, ProfileCorrelator correlator)
      throws IOException {
    ProfileSource source = ProfileSource.of(file.toString(), file.bytes());
    ReadOptions options = ReadOptions.DEFAULT.withCorrelator(correlator);
    try (ProfileReader reader = ProfileProviders.load().open(source, options)) {
      ProfileCollector collector = new ProfileCollector(reader.format());
      reader.accept(collector);
      return collector.profile();
    }
  }

  private static FunctionTable oneFunction(int start, long counters) {
    NameTable.Builder names = NameTable.builder();
    names.add(NAME);
    FunctionTable.Builder table = FunctionTable.builder();
    table.addRow(NAME.hash(), 7);
    table.counters(start, (int) counters);
    return table.build(names.build());
  }

  @ParameterizedTest
  @MethodSource("files")
  void countersAreJoinedWithTheFunctionsOfTheCorrelator(CorpusFile file) throws IOException {
    List<ProfileCorrelator.Request> requests = new ArrayList<>();
    InstrProfile profile =
        read(
            file,
            request -> {
              requests.add(request);
              return Optional.of(oneFunction(0, request.counters()));
            });
    assertEquals(1, requests.size());
    assertEquals(file.format().version(), requests.get(0).format().version());
    assertEquals(
        requests.get(0).counters(), profile.function("main", 7).orElseThrow().counterCount());
    long sum = 0;
    for (long counter : profile.function("main").orElseThrow().counters()) {
      sum += counter;
    }
    assertTrue(sum > 0, "the program ran");
  }

  @ParameterizedTest
  @MethodSource("files")
  void functionsOfAnotherBuildAreAnError(CorpusFile file) {
    MalformedProfileException failure =
        assertThrows(
            MalformedProfileException.class,
            () -> read(file, request -> Optional.of(oneFunction(1, request.counters()))));
    assertEquals(ErrorKind.UNABLE_TO_CORRELATE_PROFILE, failure.kind());
  }

  @ParameterizedTest
  @MethodSource("files")
  void withoutAKnownProgramTheErrorSaysWhatIsMissing(CorpusFile file) {
    MalformedProfileException failure =
        assertThrows(
            MalformedProfileException.class, () -> read(file, request -> Optional.empty()));
    assertEquals(ErrorKind.MISSING_CORRELATION_INFO, failure.kind());
  }

  @Test
  void thereAreSuchFiles() throws IOException {
    assertTrue(files().count() > 3);
  }
}
