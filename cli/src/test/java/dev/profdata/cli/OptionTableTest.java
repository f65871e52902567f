package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.tck.corpus.CorrelatedSample;
import dev.profdata.tck.oracle.LlvmTools;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of options in the documents, against the help of LLVM's tool and against ours. */
class OptionTableTest {
  private static final Path TABLE = Path.of("..", "docs", "options.md");
  private static final String ALL = "All commands";
  private static final Pattern IN_HELP = Pattern.compile("^ +(--?[a-z0-9-]+)(=<([^>]*)>)? +- .*");
  private static final Pattern ROW = Pattern.compile("^\\| (`-[^|]*) \\| (\\w+) \\|.*");
  private static final Pattern NAME = Pattern.compile("`(--?[a-z0-9-]+)`");
  private static final Map<String, String> PROGRAMS =
      Map.of("--debug-info", "debug-22", "--binary-file", "binaryfront-22");
  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry("--failure-mode", "all"),
          Map.entry("--show-format", "text"),
          Map.entry("--detailed-summary-cutoffs", "990000"),
          Map.entry("--function", "main"),
          Map.entry("--no-function", "other"),
          Map.entry("--weighted-input", "3,FILE"),
          Map.entry("--input-files", "LIST"),
          Map.entry("-f", "LIST"),
          Map.entry("--remapping-file", "LIST"),
          Map.entry("-r", "LIST"),
          Map.entry("--debug-info", "PROGRAM"),
          Map.entry("--binary-file", "PROGRAM"));
  private static final Set<String> ERRORS_IN_LLVM = Set.of("--gcc", "--json");

  /** Options that want another one beside them, and say so. */
  private static final Map<String, String> WANT_ANOTHER = Map.of("--debuginfod", "--correlate");

  @TempDir private Path folder = Path.of("");

  private record Row(String option, String answer) {}

  private static Map<String, List<Row>> table() throws IOException {
    Map<String, List<Row>> commands = new LinkedHashMap<>();
    String command = "";
    for (String line : Files.readAllLines(TABLE)) {
      Matcher row = ROW.matcher(line);
      if (line.startsWith("## ")) {
        command = line.substring(3);
      } else if (row.matches()) {
        Matcher name = NAME.matcher(row.group(1));
        while (name.find()) {
          commands
              .computeIfAbsent(command, key -> new ArrayList<>())
              .add(new Row(name.group(1), row.group(2)));
        }
      }
    }
    return commands;
  }

  private static String help(String command) throws IOException {
    String name = "llvm-22-%s-help.txt".formatted(command);
    try (InputStream help = OptionTableTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(help, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Returns the options in a help text, each with the name of its value, empty if it has none. */
  private static Map<String, String> options(String help) {
    Map<String, String> options = new LinkedHashMap<>();
    help.lines()
        .map(IN_HELP::matcher)
        .filter(Matcher::matches)
        .forEach(
            found -> options.put(found.group(1), Objects.requireNonNullElse(found.group(3), "")));
    return options;
  }

  static List<String> commands() throws IOException {
    return table().keySet().stream().filter(name -> !name.equals(ALL)).toList();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theTableHasEveryOptionOfLlvmAndNoOther(String command) throws IOException {
    Set<String> documented =
        Stream.of(command, ALL)
            .flatMap(name -> tableOf(name).stream())
            .map(Row::option)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(options(help(command)).keySet()), documented);
  }

  private static List<Row> tableOf(String command) {
    try {
      return table().getOrDefault(command, List.of());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"merge", "show", "overlap", "order"})
  void theHelpIsStillThatOfTheTool(String command) throws IOException {
    String live =
        LlvmTools.profdata(22).run(folder, List.of(command, "--help-hidden")).succeeded().text();
    assertEquals(options(help(command)), options(live));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyAnswerHolds(String command) throws IOException {
    String file = Samples.copy(command.equals("order") ? Samples.ORDER : Samples.IR, folder);
    Path list = folder.resolve("list");
    Files.writeString(list, "# nothing\n");
    for (Row row : tableOf(command)) {
      String input = isOfPrograms(row) ? copyProgram(row.option()) : file;
      for (String dashes : List.of("", "-")) {
        String option = row.option().startsWith("--") ? row.option().substring(1) : row.option();
        String spelt = row.option().startsWith("--") ? dashes + option : option;
        check(row, run(command, spelt, row.option(), input, list));
      }
    }
  }

  private static boolean isOfPrograms(Row row) {
    return row.answer().equals("same") && PROGRAMS.containsKey(row.option());
  }

  /** Copies a program for an option, and returns a profile of it. */
  private String copyProgram(String option) throws IOException {
    CorrelatedSample sample =
        CorrelatedSample.all().stream()
            .filter(one -> one.name().equals(PROGRAMS.get(option)))
            .findFirst()
            .orElseThrow();
    Files.write(folder.resolve("program"), sample.program());
    return sample.copyProfile(folder).toString();
  }

  private ToolRun run(String command, String spelt, String option, String file, Path list)
      throws IOException {
    boolean takesValue = !options(help(command)).getOrDefault(option, "").isEmpty();
    String value =
        VALUES
            .getOrDefault(option, "1")
            .replace("PROGRAM", folder.resolve("program").toString())
            .replace("FILE", file)
            .replace("LIST", list.toString());
    List<String> words = new ArrayList<>(List.of(command));
    if (Set.of("-o", "--output").contains(option)) {
      words.addAll(List.of(spelt, folder.resolve("out").toString()));
    } else if (takesValue) {
      words.add(spelt + "=" + value);
    } else if (VALUES.containsKey(option) || option.equals("-j")) {
      words.addAll(List.of(spelt, value));
    } else {
      words.add(spelt);
    }
    words.add(file);
    if (command.equals("overlap")) {
      words.add(file);
    }
    if (command.equals("merge") && !words.contains(folder.resolve("out").toString())) {
      words.addAll(List.of("-o", folder.resolve("out").toString()));
    }
    return ToolRun.of(words.toArray(String[]::new));
  }

  private static void check(Row row, ToolRun run) {
    String what = row + ": " + run.messages();
    switch (row.answer()) {
      case "same" -> {
        String other = WANT_ANOTHER.get(row.option());
        if (other != null) {
          assertEquals(CommandRunner.WRONG_USAGE, run.exitCode(), what);
          assertTrue(run.messages().contains("Expected " + other), what);
        } else {
          assertEquals(ERRORS_IN_LLVM.contains(row.option()) ? 1 : 0, run.exitCode(), what);
        }
      }
      case "sample", "memory" -> {
        assertEquals(CommandRunner.FAILED, run.exitCode(), what);
        assertTrue(run.messages().contains("concerns " + row.answer() + " profiles;"), what);
      }
      case "machinery" -> {
        assertEquals(CommandRunner.WRONG_USAGE, run.exitCode(), what);
        assertTrue(run.messages().contains("Unknown option"), what);
      }
      default -> throw new AssertionError("no answer: " + row);
    }
  }
}
