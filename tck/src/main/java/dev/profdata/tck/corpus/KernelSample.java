package dev.profdata.tck.corpus;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A raw profile of a real Linux kernel, with digests (SHA-256, hexadecimal) of what {@code
 * llvm-profdata} of the same release makes of it; a hyphen where it refuses the file.
 *
 * @param file the name of the packed file
 * @param release the LLVM release that compiled the kernel
 * @param raw digest of the unpacked file
 * @param text digest of {@code merge --text}
 * @param indexed digest of {@code merge --num-threads=1}
 * @param show digest of {@code show}
 * @param showAll digest of {@code show --all-functions --counts --ic-targets --memop-sizes}
 * @since 0.1
 */
public record KernelSample(
    String file,
    int release,
    String raw,
    String text,
    String indexed,
    String show,
    String showAll) {
  private static final String REFUSED = "-";
  private static final int COLUMNS = 7;

  /** Returns all samples of the corpus. */
  public static List<KernelSample> all() throws IOException {
    String manifest = new String(Resources.read("kernel/MANIFEST.tsv"), StandardCharsets.UTF_8);
    return manifest
        .lines()
        .filter(line -> !line.startsWith("#") && !line.startsWith("file\t"))
        .map(KernelSample::ofLine)
        .toList();
  }

  private static KernelSample ofLine(String line) {
    String[] columns = line.split("\t", -1);
    if (columns.length != COLUMNS) {
      throw new IllegalStateException("not a line of the manifest: " + line);
    }
    return new KernelSample(
        columns[0],
        Integer.parseInt(columns[1]),
        columns[2],
        columns[3],
        columns[4],
        columns[5],
        columns[6]);
  }

  /** Tells whether LLVM's own tool refuses the file. */
  public boolean isRefusedByLlvm() {
    return text.equals(REFUSED);
  }

  /** Returns the bytes of the raw profile. */
  public byte[] unpack() throws IOException {
    try (GZIPInputStream unpacked =
        new GZIPInputStream(new ByteArrayInputStream(Resources.read("kernel/" + file)))) {
      return unpacked.readAllBytes();
    }
  }

  /** Returns the name of the packed file. */
  @Override
  public String toString() {
    return file;
  }
}
