package dev.profdata.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/**
 * Writes the sources of the man pages, in AsciiDoc, from the same descriptions as the help: run by
 * the build ({@code -Pman}), which then converts them.
 */
public final class ManPages {
  private ManPages() {}

  /** Writes a page for each command into the folder that the argument names. */
  public static void main(String... args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    int exitCode =
        ManPageGenerator.generateManPage(
            folder.toFile(), null, new boolean[0], false, commands().getCommandSpec());
    if (exitCode != 0) {
      throw new IOException("man pages cannot be written: exit code " + exitCode);
    }
  }

  private static CommandLine commands() {
    Terminal terminal =
        new Terminal(
            StandardOutput.ofBytes(new ByteArrayOutputStream()),
            new PrintWriter(new StringWriter()),
            new ByteArrayInputStream(new byte[0]),
            Map.of(),
            false);
    return CommandRunner.commandLine(terminal);
  }
}
