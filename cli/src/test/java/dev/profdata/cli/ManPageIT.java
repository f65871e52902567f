package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The man pages that {@code -Pman} makes. */
class ManPageIT {
  private static final Path PAGES = Path.of("target", "man");

  static Stream<CommandSpec> commands() {
    Terminal terminal =
        new Terminal(
            StandardOutput.ofBytes(new ByteArrayOutputStream()),
            new PrintWriter(new StringWriter()),
            new ByteArrayInputStream(new byte[0]),
            Map.of(),
            false);
    return withSubcommands(CommandRunner.commandLine(terminal).getCommandSpec());
  }

  private static Stream<CommandSpec> withSubcommands(CommandSpec command) {
    return Stream.concat(
        Stream.of(command),
        command.subcommands().values().stream()
            .distinct()
            .flatMap(line -> withSubcommands(line.getCommandSpec())));
  }

  private static Path page(CommandSpec command) {
    assumeTrue(Files.isDirectory(PAGES), "no man pages: they are made with -Pman");
    return PAGES.resolve(command.qualifiedName("-") + ".1");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasAPageWithItsOptions(CommandSpec command) throws IOException {
    // The minus signs of roff are escaped.
    String page = Files.readString(page(command)).replace("\\-", "-");
    for (OptionSpec option : command.options()) {
      if (!option.hidden()) {
        assertTrue(page.contains(option.longestName()), option.longestName());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void groffHasNoComplaints(CommandSpec command) throws IOException, InterruptedException {
    Path page = page(command);
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/groff")), "groff is not installed");
    Process groff =
        new ProcessBuilder(List.of("groff", "-man", "-Tutf8", "-ww", "-z", page.toString()))
            .redirectErrorStream(true)
            .start();
    String complaints = new String(groff.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, groff.waitFor());
    assertEquals("", complaints);
  }
}
