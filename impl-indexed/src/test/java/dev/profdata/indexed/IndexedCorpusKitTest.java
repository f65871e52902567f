package dev.profdata.indexed;

import dev.profdata.spi.ProfileFormatProvider;
import dev.profdata.tck.CorpusCase;
import dev.profdata.tck.CorpusContract;
import dev.profdata.tck.corpus.Corpus;
import dev.profdata.tck.corpus.CorpusFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The files of the corpus that LLVM's tools print. */
class IndexedCorpusKitTest implements CorpusContract {
  @Override
  public ProfileFormatProvider provider() {
    return new IndexedFormatProvider();
  }

  @Override
  public List<CorpusCase> cases() {
    try {
      return Corpus.indexed().stream()
          .filter(file -> file.verdict() == CorpusFile.Verdict.PRINTED)
          .filter(file -> !file.isCorrelated())
          .map(IndexedCorpusKitTest::toCase)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CorpusCase toCase(CorpusFile file) {
    try {
      return CorpusCase.of(file.file(), file.format(), file.bytes(), file.text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
