package dev.profdata.internal.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The name of a temporary file: {@code .TARGET.MACHINE-PID-PROCESS-NUMBER-CHECK.profdata-tmp}.
 *
 * @param target the name of the file that it becomes
 * @param machine which kernel it was made under, 8 digits; locks are sure to be seen below it
 * @param pid the process in its own namespace
 * @param process a random number of the process, because others have the same pid in other
 *     namespaces, before it and after it
 * @param number tells the files of a process apart
 */
record TemporaryName(String target, String machine, long pid, String process, String number) {
  private static final String SUFFIX = ".profdata-tmp";

  /** Systems allow names of 255 bytes; this leaves room for the rest. */
  private static final int LONGEST_TARGET = 160;

  private static final Pattern REST =
      Pattern.compile(
          "(?<machine>[0-9a-f]{8})-(?<pid>[0-9]{1,18})-(?<process>[0-9a-f]{8})"
              + "-(?<number>[0-9a-f]{16})-(?<check>[0-9a-f]{8})"
              + Pattern.quote(SUFFIX));

  private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
  private static final String THIS_MACHINE = machineOf(BOOT_ID);
  private static final String THIS_PROCESS = hex(new SecureRandom().nextInt());

  /** Returns a new name for a target. */
  static TemporaryName next(String target) {
    return new TemporaryName(
        shortened(target),
        THIS_MACHINE,
        ProcessHandle.current().pid(),
        THIS_PROCESS,
        HexFormat.of().toHexDigits(System.nanoTime()));
  }

  /** Returns what the names of all temporary files of a target begin with. */
  static String prefix(String target) {
    return "." + shortened(target) + ".";
  }

  /** Returns the parts of a name, empty if it is not that of a temporary file of the target. */
  static Optional<TemporaryName> parse(String target, String name) {
    String prefix = prefix(target);
    if (!name.startsWith(prefix)) {
      return Optional.empty();
    }
    Matcher rest = REST.matcher(name.substring(prefix.length()));
    if (!rest.matches()) {
      return Optional.empty();
    }
    TemporaryName parsed =
        new TemporaryName(
            shortened(target),
            rest.group("machine"),
            Long.parseLong(rest.group("pid")),
            rest.group("process"),
            rest.group("number"));
    return Optional.of(parsed).filter(found -> found.toString().equals(name));
  }

  /** Tells whether a file of this name was made below the same kernel. */
  boolean isOfThisMachine() {
    return machine.equals(THIS_MACHINE);
  }

  /** Tells whether this code in this process made it. */
  boolean isOfThisProcess() {
    return isOfThisMachine() && process.equals(THIS_PROCESS);
  }

  /** Tells whether the maker had the same pid, as other code in this process has. */
  boolean hasPidOfThisProcess() {
    return isOfThisMachine() && pid == ProcessHandle.current().pid();
  }

  @Override
  public String toString() {
    String start = prefix(target) + machine + "-" + pid + "-" + process + "-" + number + "-";
    return start + check(start) + SUFFIX;
  }

  /** Cuts names that leave no room for the rest, and makes up for it by a checksum. */
  private static String shortened(String target) {
    if (bytes(target) <= LONGEST_TARGET) {
      return target;
    }
    String sum = "~" + check(target);
    int end = 0;
    int next = target.offsetByCodePoints(end, 1);
    while (bytes(target.substring(0, next)) <= LONGEST_TARGET - sum.length()) {
      end = next;
      next = target.offsetByCodePoints(end, 1);
    }
    return target.substring(0, end) + sum;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Nobody gives a file such a name by chance. */
  private static String check(String text) {
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return hex((int) sum.getValue());
  }

  private static String machineOf(Path bootId) {
    try {
      return check(Files.readString(bootId).strip());
    } catch (IOException e) {
      // Other systems do not tell; their locks on network folders are those of the server.
      return hex(0);
    }
  }

  private static String hex(int word) {
    return Objects.requireNonNull(HexFormat.of().toHexDigits(word));
  }
}
