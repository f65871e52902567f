package dev.profdata.cli;

import dev.profdata.InputList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The options that name the inputs of a merge. The order is LLVM's: the positional arguments, then
 * the weighted inputs, then the lines of the list file.
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
   * @throws java.nio.file.NoSuchFileException if one does not exist
   */
  List<InputList.Entry> collect(Terminal terminal) throws IOException {
    InputList inputs = new InputList();
    try {
      for (String file : files) {
        inputs.add(new InputList.Entry(file, 1));
      }
      for (String pair : weighted) {
        inputs.add(expandHome(InputList.Entry.parse(pair), terminal));
      }
      if (list != null) {
        inputs.addAll(terminal.source(list));
      }
    } catch (IllegalArgumentException e) {
      throw new WrongUsageException(String.valueOf(e.getMessage()));
    }
    if (inputs.entries().isEmpty()) {
      throw new WrongUsageException("no input files specified");
    }
    return inputs.entries();
  }

  private static InputList.Entry expandHome(InputList.Entry entry, Terminal terminal) {
    String home = terminal.environment().get("HOME");
    return entry.name().startsWith(HOME) && home != null
        ? new InputList.Entry(home + entry.name().substring(HOME.length() - 1), entry.weight())
        : entry;
  }
}
