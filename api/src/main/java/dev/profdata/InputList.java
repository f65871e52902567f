package dev.profdata;

import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Names of inputs with their weights, as {@code llvm-profdata merge} takes them: files, folders,
 * and files that list them. Confined to one thread.
 *
 * <p>Files of a folder come in the order of their paths; LLVM takes them in the order of the file
 * system, which differs from machine to machine and would change the output.
 *
 * @since 0.1
 */
public final class InputList {
  /** What stands for standard input. */
  public static final String STANDARD_INPUT = "-";

  private final List<Entry> entries = new ArrayList<>();

  /** Starts without inputs. */
  public InputList() {}

  /**
   * An input.
   *
   * @param name a path, or {@link #STANDARD_INPUT}
   * @param weight unsigned, at least 1
   * @since 0.1
   */
  public record Entry(String name, long weight) {
    /** Refuses a weight of 0. */
    public Entry {
      if (weight == 0) {
        throw new IllegalArgumentException("a weight is at least 1");
      }
    }

    /**
     * Reads {@code WEIGHT,NAME}.
     *
     * @throws IllegalArgumentException if the weight is no positive number of 64 bits
     */
    public static Entry parse(String pair) {
      int comma = pair.indexOf(',');
      long weight = comma < 0 ? 0 : parseWeight(pair.substring(0, comma));
      if (weight == 0) {
        throw new IllegalArgumentException("input weight must be a positive integer: " + pair);
      }
      return new Entry(pair.substring(comma + 1), weight);
    }

    private static long parseWeight(String digits) {
      try {
        return Long.parseUnsignedLong(digits);
      } catch (NumberFormatException e) {
        return 0;
      }
    }

    /** Returns {@code WEIGHT,NAME}. */
    @Override
    public String toString() {
      return Long.toUnsignedString(weight) + "," + name;
    }
  }

  /**
   * Adds a file, or all files below a folder.
   *
   * @throws NoSuchFileException if there is neither
   * @throws IOException if a folder cannot be read
   */
  public InputList add(Entry entry) throws IOException {
    Path path = Path.of(entry.name());
    if (entry.name().equals(STANDARD_INPUT)) {
      entries.add(entry);
    } else if (Files.isDirectory(path)) {
      try (Stream<Path> below = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
        below
            .filter(Files::isRegularFile)
            .sorted()
            .forEach(file -> entries.add(new Entry(file.toString(), entry.weight())));
      }
    } else if (Files.exists(path)) {
      entries.add(entry);
    } else {
      throw new NoSuchFileException(entry.name());
    }
    return this;
  }

  /**
   * Adds what the lines of a list name: a file, or {@code WEIGHT,FILE}; empty lines and those that
   * begin with {@code #} are skipped.
   *
   * @throws IllegalArgumentException if a weight is no positive number of 64 bits
   * @throws IOException if the list, or what it names, cannot be read
   */
  public InputList addAll(ProfileSource list) throws IOException {
    for (String line : lines(list)) {
      add(line.contains(",") ? Entry.parse(line) : new Entry(line, 1));
    }
    return this;
  }

  private static List<String> lines(ProfileSource list) throws IOException {
    try (ProfileInput input = list.open()) {
      int size = Math.toIntExact(input.size());
      String text = StandardCharsets.UTF_8.decode(input.slice(0, size)).toString();
      return text.lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    }
  }

  /** Returns the inputs, folders replaced by their files. */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }
}
