package dev.profdata.cli.fuzz;

import dev.profdata.tck.corpus.Corpus;
import dev.profdata.tck.corpus.CorpusFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The files of the corpus, as seeds for the fuzzer and as inputs of every build. */
final class FuzzCorpus {
  private FuzzCorpus() {}

  static Stream<byte[]> raw() throws IOException {
    return bytes(Corpus.raw());
  }

  static Stream<byte[]> indexed() throws IOException {
    return bytes(Corpus.indexed());
  }

  static Stream<byte[]> text() throws IOException {
    return Corpus.files().stream()
        .filter(file -> file.verdict() == CorpusFile.Verdict.PRINTED)
        .map(FuzzCorpus::text);
  }

  static Stream<byte[]> all() throws IOException {
    return Stream.of(raw(), indexed(), text()).flatMap(files -> files);
  }

  private static Stream<byte[]> bytes(List<CorpusFile> files) {
    return files.stream().map(FuzzCorpus::bytes);
  }

  private static byte[] bytes(CorpusFile file) {
    try {
      return file.bytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] text(CorpusFile file) {
    try {
      return file.text().getBytes(StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
