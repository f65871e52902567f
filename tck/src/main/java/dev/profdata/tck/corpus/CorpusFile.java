package dev.profdata.tck.corpus;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFamily;
import dev.profdata.format.ProfileFormat;
import dev.profdata.model.ProfileVariant;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file of the corpus, as its line of the manifest describes it.
 *
 * @param file its place in the corpus, for example {@code raw/v8-clang16-ir.profraw}
 * @param origin who wrote it
 * @param release the LLVM release whose tool judged it, for example 3.9 or 16; empty if none can
 * @param producer the program that wrote it, with its version
 * @param command how it was made
 * @param format its version, and for raw files width and byte order
 * @param variant its variant flags
 * @param sha256 digest, hexadecimal
 * @param verdict what the tool made of it
 * @since 0.1
 */
public record CorpusFile(
    String file,
    Origin origin,
    Optional<String> release,
    String producer,
    String command,
    ProfileFormat format,
    ProfileVariant variant,
    String sha256,
    Verdict verdict) {
  private static final String NONE = "-";
  private static final int COLUMNS = 11;
  private static final Map<String, Long> FLAGS =
      Map.of(
          "loop-entries", ProfileVariant.LOOP_ENTRIES,
          "ir", ProfileVariant.IR_LEVEL,
          "cs", ProfileVariant.CONTEXT_SENSITIVE,
          "entry-first", ProfileVariant.ENTRY_FIRST,
          "debug", ProfileVariant.DEBUG_CORRELATION,
          "byte-coverage", ProfileVariant.BYTE_COVERAGE,
          "function-entry", ProfileVariant.FUNCTION_ENTRY_ONLY,
          "memprof", ProfileVariant.MEMPROF,
          "temporal", ProfileVariant.TEMPORAL);

  /** Who wrote a file. */
  public enum Origin {
    /** The runtime of a compiler, or LLVM's own tool. */
    REAL,
    /** This library, by the rules of the format, because no real program can be had. */
    BY_RULE
  }

  /** What LLVM's tool makes of a file. */
  public enum Verdict {
    /** It prints the texts that {@link CorpusFile#text()} and {@link CorpusFile#show()} return. */
    PRINTED,
    /** It refuses the file. */
    REFUSED,
    /** There is no tool of a fitting release. */
    UNKNOWN
  }

  static CorpusFile ofLine(String line) {
    List<String> columns = List.of(line.split("\t", -1));
    if (columns.size() != COLUMNS) {
      throw new IllegalStateException("not a line of the manifest: " + line);
    }
    return new CorpusFile(
        columns.get(0),
        columns.get(1).equals("real") ? Origin.REAL : Origin.BY_RULE,
        Optional.of(columns.get(2)).filter(release -> !release.equals(NONE)),
        columns.get(3),
        columns.get(4),
        format(columns),
        variant(columns.get(8)),
        columns.get(9),
        verdict(columns.get(10)));
  }

  private static ProfileFormat format(List<String> columns) {
    int version = Integer.parseInt(columns.get(5));
    if (columns.get(0).startsWith("indexed/")) {
      return ProfileFormat.indexed(version);
    }
    ByteOrder order = columns.get(7).equals("big") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    return ProfileFormat.raw(version)
        .withPointerBits(Integer.parseInt(columns.get(6)))
        .withByteOrder(order);
  }

  private static ProfileVariant variant(String names) {
    ProfileVariant variant = ProfileVariant.NONE;
    if (!names.equals(NONE)) {
      for (String name : names.split(",", -1)) {
        Long flag = FLAGS.get(name);
        if (flag == null) {
          throw new IllegalStateException("not a variant flag: " + name);
        }
        variant = variant.with(flag);
      }
    }
    return variant;
  }

  private static Verdict verdict(String name) {
    return switch (name) {
      case "text" -> Verdict.PRINTED;
      case "error" -> Verdict.REFUSED;
      case NONE -> Verdict.UNKNOWN;
      default -> throw new IllegalStateException("not a verdict: " + name);
    };
  }

  /** Tells whether it is a raw profile; the others are indexed ones. */
  public boolean isRaw() {
    return format.family() == ProfileFamily.RAW;
  }

  /** Tells whether it has counters only, to be joined with debug information. */
  public boolean isCorrelated() {
    return variant.has(ProfileVariant.DEBUG_CORRELATION);
  }

  /**
   * Returns the release whose output can be asked for and is nearest to {@link #release()}: that
   * release itself from 13 on, else 13.
   */
  public LlvmRelease target() {
    LlvmRelease oldest = LlvmRelease.oldestTarget();
    return release
        .filter(number -> !number.contains("."))
        .map(number -> LlvmRelease.of(Integer.parseInt(number)))
        .filter(number -> number.compareTo(oldest) > 0)
        .orElse(oldest);
  }

  /** Tells whether the tool that judged it is one whose output can be asked for. */
  public boolean isOfTarget() {
    return release.equals(Optional.of(Integer.toString(target().major())));
  }

  /**
   * Returns the bytes of the file.
   *
   * @throws IOException if it is missing or not the one that the manifest means
   */
  public byte[] bytes() throws IOException {
    byte[] bytes = Resources.read(file);
    String digest = digest(bytes);
    if (!digest.equals(sha256)) {
      throw new IOException("%s has the digest %s, not %s".formatted(file, digest, sha256));
    }
    return bytes;
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Returns the places of the texts beside the file. */
  public List<String> texts() {
    return switch (verdict) {
      case PRINTED -> List.of(textPlace(".proftext"), textPlace(".show.txt"));
      case REFUSED -> List.of(textPlace(".error.txt"));
      case UNKNOWN -> List.of();
    };
  }

  private String textPlace(String ending) {
    return "text/" + file.substring(file.indexOf('/') + 1, file.lastIndexOf('.')) + ending;
  }

  /** Returns what {@code merge --text} prints, a character for each byte. */
  public String text() throws IOException {
    return new String(Resources.read(textPlace(".proftext")), StandardCharsets.ISO_8859_1);
  }

  /**
   * Returns what {@code show} prints, a character for each byte, with all functions, their counts,
   * values, binary ids and the detailed summary.
   */
  public String show() throws IOException {
    return new String(Resources.read(textPlace(".show.txt")), StandardCharsets.ISO_8859_1);
  }

  /** Returns its place in the corpus. */
  @Override
  public String toString() {
    return file;
  }
}
