package dev.profdata.raw;

import dev.profdata.format.ProfileFormat;
import dev.profdata.spi.ProfileFormatProvider;
import dev.profdata.tck.CorpusCase;
import dev.profdata.tck.CorpusContract;
import dev.profdata.tck.corpus.Corpus;
import dev.profdata.tck.corpus.CorpusFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The files of the corpus that LLVM's tools print. */
class RawCorpusKitTest implements CorpusContract {
  @Override
  public ProfileFormatProvider provider() {
    return new RawFormatProvider();
  }

  @Override
  public List<CorpusCase> cases() {
    try {
      return Corpus.raw().stream()
          .filter(file -> file.verdict() == CorpusFile.Verdict.PRINTED)
          .filter(file -> !file.isCorrelated())
          .map(RawCorpusKitTest::toCase)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Version 3 never left LLVM's trunk in a release, nor did 6. */
  @Override
  public List<ProfileFormat> formatsWithoutATool() {
    return List.of(ProfileFormat.raw(3), ProfileFormat.raw(6));
  }

  private static CorpusCase toCase(CorpusFile file) {
    try {
      return CorpusCase.of(file.file(), file.format(), file.bytes(), file.text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
