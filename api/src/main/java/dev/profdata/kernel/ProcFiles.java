package dev.profdata.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code /proc} tells about file systems and about this process. */
final class ProcFiles {
  private static final String DEBUGFS = "debugfs";
  private static final String EFFECTIVE_ROOT = "0";
  private static final int OCTAL_RADIX = 8;
  private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{3})");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final Path proc;

  ProcFiles(Path proc) {
    this.proc = proc;
  }

  /** Tells whether {@code /proc} is there at all. */
  boolean exist() {
    return Files.isReadable(proc.resolve("mounts"));
  }

  /** Tells whether the kernel knows debugfs; it is given the benefit of the doubt. */
  boolean mayHaveDebugfs() {
    List<String> fileSystems = lines("filesystems");
    return fileSystems.isEmpty()
        || fileSystems.stream().anyMatch(line -> line.strip().endsWith("\t" + DEBUGFS));
  }

  /** Returns where debugfs is mounted. */
  List<String> debugfsMounts() {
    // A line is: device, folder, type, options, 0, 0.
    return lines("mounts").stream()
        .map(line -> BLANKS.split(line))
        .filter(fields -> fields.length > 2 && fields[2].equals(DEBUGFS))
        .map(fields -> unescape(fields[1]))
        .toList();
  }

  /** Blanks and backslashes in the names of folders are octal numbers. */
  private static String unescape(String field) {
    return OCTAL
        .matcher(field)
        .replaceAll(
            octal ->
                Matcher.quoteReplacement(
                    Character.toString(Integer.parseInt(octal.group(1), OCTAL_RADIX))));
  }

  /** Tells whether this process acts as root. */
  boolean actsAsRoot() {
    // A line is: real, effective, saved and file-system id.
    Optional<String> ids =
        lines("self/status").stream().filter(line -> line.startsWith("Uid:")).findFirst();
    return ids.map(line -> BLANKS.split(line))
        .filter(fields -> fields.length > 2 && fields[2].equals(EFFECTIVE_ROOT))
        .isPresent();
  }

  private List<String> lines(String name) {
    try {
      return Files.readAllLines(proc.resolve(name), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return List.of();
    }
  }
}
