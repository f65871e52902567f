package dev.profdata.cli;

import dev.profdata.io.ProfileInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The options that name the inputs of a merge.
 *
 * <p>The order is LLVM's: the positional arguments, then the weighted inputs, then the lines of the
 * list file. Files of a directory come in the order of their paths; LLVM takes them in the order of
 * the file system, which differs from machine to machine and would change the output.
 */
final class MergeInputs {
  private static final String HOME = "~/";

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Profile, directory of profiles, or - for standard input")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--weighted-input",
      paramLabel = "W,FILE",
      description = "Profile whose counts are multiplied by W")
  private List<String> weighted = new ArrayList<>();

  @Option(
      names = {"-f", "--input-files"},
      paramLabel = "LIST",
      description = "File with one input on a line, as FILE or W,FILE; # starts a comment line")
  private @Nullable String list;

  MergeInputs() {}

  /**
   * Returns all inputs in their order, directories replaced by their files.
   *
   * @throws NoSuchFileException if one does not exist
   */
  List<WeightedInput> collect(Terminal terminal) throws IOException {
    List<WeightedInput> inputs = new ArrayList<>();
    for (String file : files) {
      addAll(inputs, new WeightedInput(file, 1));
    }
    for (String pair : weighted) {
      addAll(inputs, parsePair(pair, terminal));
    }
    for (String line : linesOfList(terminal)) {
      addAll(inputs, line.contains(",") ? parsePair(line, terminal) : new WeightedInput(line, 1));
    }
    if (inputs.isEmpty()) {
      throw new WrongUsageException("no input files specified");
    }
    return inputs;
  }

  private static void addAll(List<WeightedInput> inputs, WeightedInput input) throws IOException {
    Path path = Path.of(input.name());
    if (Terminal.isStandardStream(input.name())) {
      inputs.add(input);
    } else if (Files.isDirectory(path)) {
      try (Stream<Path> below = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
        below
            .filter(Files::isRegularFile)
            .sorted()
            .forEach(file -> inputs.add(new WeightedInput(file.toString(), input.weight())));
      }
    } else if (Files.exists(path)) {
      inputs.add(input);
    } else {
      throw new NoSuchFileException(input.name());
    }
  }

  private List<String> linesOfList(Terminal terminal) throws IOException {
    if (list == null) {
      return List.of();
    }
    try (ProfileInput input = terminal.source(list).open()) {
      int size = Math.toIntExact(input.size());
      String text = StandardCharsets.UTF_8.decode(input.slice(0, size)).toString();
      return text.lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    }
  }

  private WeightedInput parsePair(String pair, Terminal terminal) {
    int comma = pair.indexOf(',');
    long weight = comma < 0 ? 0 : parseWeight(pair.substring(0, comma));
    if (weight == 0) {
      throw new WrongUsageException("input weight must be a positive integer: " + pair);
    }
    return new WeightedInput(expandHome(pair.substring(comma + 1), terminal), weight);
  }

  private static long parseWeight(String digits) {
    try {
      return Long.parseUnsignedLong(digits);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static String expandHome(String name, Terminal terminal) {
    String home = terminal.environment().get("HOME");
    return name.startsWith(HOME) && home != null ? home + name.substring(HOME.length() - 1) : name;
  }
}
