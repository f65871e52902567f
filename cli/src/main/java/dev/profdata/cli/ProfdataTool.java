package dev.profdata.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.spi.ToolProvider;

/**
 * The command line as a tool in the caller's virtual machine: the same arguments, output and exit
 * codes (0 done, 1 failed, 2 wrong usage).
 *
 * <p>Standard input is empty here. Output to {@code -} goes to the given writer: text as it is;
 * binary profiles are refused, because a writer takes characters only. Holds no state; may be used
 * by several threads at once.
 *
 * @since 0.1
 */
public final class ProfdataTool implements ToolProvider {
  @Override
  public String name() {
    return CommandRunner.NAME;
  }

  @Override
  public int run(PrintWriter out, PrintWriter err, String... args) {
    try (StandardOutput output = StandardOutput.ofWriter(out)) {
      return CommandRunner.run(
          new Terminal(output, err, InputStream.nullInputStream(), System.getenv(), false), args);
    }
  }
}
