package dev.profdata.tck.corpus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Small profiles of every version, width, byte order and variant, with what LLVM's own tools print
 * of them; {@code tck/corpus/make.sh} makes them.
 *
 * @since 0.1
 */
public final class Corpus {
  private static final String MANIFEST = "MANIFEST.tsv";

  private Corpus() {}

  /**
   * Returns all files, in the order of their names.
   *
   * @throws IOException if the manifest is missing
   */
  public static List<CorpusFile> files() throws IOException {
    return new String(Resources.read(MANIFEST), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.startsWith("#") && !line.startsWith("file\t"))
        .map(CorpusFile::ofLine)
        .toList();
  }

  /** Returns the raw profiles. */
  public static List<CorpusFile> raw() throws IOException {
    return files().stream().filter(CorpusFile::isRaw).toList();
  }

  /** Returns the indexed profiles. */
  public static List<CorpusFile> indexed() throws IOException {
    return files().stream().filter(file -> !file.isRaw()).toList();
  }

  /**
   * Returns a file by its place.
   *
   * @throws IOException if the manifest does not have it
   */
  public static CorpusFile file(String place) throws IOException {
    return files().stream()
        .filter(file -> file.file().equals(place))
        .findFirst()
        .orElseThrow(() -> new IOException("the corpus lacks " + place));
  }
}
