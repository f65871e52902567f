package dev.profdata.cli.agreement;

import dev.profdata.format.ProfileFormat;
import dev.profdata.tck.corpus.Corpus;
import dev.profdata.tck.corpus.CorpusFile;
import dev.profdata.tck.oracle.LlvmTools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A file to be damaged.
 *
 * @param place in the corpus
 * @param format what it is
 * @param release whose tool judges
 */
record Victim(String place, ProfileFormat format, int release) {
  /** Returns the files that a tool at hand reads, and their texts. */
  static List<Victim> all() throws IOException {
    List<Victim> all = new ArrayList<>();
    for (CorpusFile file : Corpus.files()) {
      int release = file.target().major();
      if (file.verdict() == CorpusFile.Verdict.PRINTED
          && file.isOfTarget()
          && !file.isCorrelated()
          && LlvmTools.compared().contains(release)) {
        all.add(new Victim(file.file(), file.format(), release));
        all.add(new Victim(file.file(), ProfileFormat.text(), release));
      }
    }
    return all;
  }

  byte[] bytes() throws IOException {
    CorpusFile file = Corpus.file(place);
    return isText() ? file.text().getBytes(StandardCharsets.ISO_8859_1) : file.bytes();
  }

  boolean isText() {
    return format.equals(ProfileFormat.text());
  }
}
