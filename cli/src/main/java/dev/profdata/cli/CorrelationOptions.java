package dev.profdata.cli;

import dev.profdata.MergeOptions;
import dev.profdata.Profiles;
import dev.profdata.io.CorrelationKind;
import dev.profdata.io.Finding;
import dev.profdata.io.ProfileCorrelator;
import dev.profdata.io.ReadOptions;
import dev.profdata.model.FunctionTable;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name the program of profiles that hold counters only. */
final class CorrelationOptions {
  private static final String WARNINGS = "--max-debug-info-correlation-warnings";
  private static final long DEFAULT_WARNINGS = 5;

  @Option(
      names = "--debug-info",
      paramLabel = "FILE",
      description =
          "The program of profiles that hold counters only: its debug information tells whose they"
              + " are")
  private @Nullable String debugInfo;

  @Option(
      names = "--binary-file",
      paramLabel = "FILE",
      description =
          "The program, not stripped, of profiles that hold counters only: its sections tell whose"
              + " they are")
  private @Nullable String binary;

  @Option(
      names = WARNINGS,
      paramLabel = "N",
      converter = Unsigned.class,
      defaultValue = "" + DEFAULT_WARNINGS,
      description = "Print at most N warnings about the program, 0 for all (default: 5)")
  private long most = DEFAULT_WARNINGS;

  CorrelationOptions() {}

  MergeOptions applyTo(MergeOptions options, Terminal terminal) throws IOException {
    if (debugInfo != null && binary != null) {
      throw new WrongUsageException("Expected only one of -debug-info, -binary-file");
    }
    if (debugInfo != null) {
      return correlate(options, CorrelationKind.DEBUG_INFO, debugInfo, terminal);
    }
    return binary == null ? options : correlate(options, CorrelationKind.BINARY, binary, terminal);
  }

  private MergeOptions correlate(
      MergeOptions options, CorrelationKind kind, String program, Terminal terminal)
      throws IOException {
    Warnings warnings = new Warnings(terminal, most);
    ProfileCorrelator correlator =
        Profiles.correlator(
            kind, terminal.source(program), options.reading().limits(), warnings::print);
    warnings.end();
    ReadOptions reading =
        options
            .reading()
            .withCorrelator(
                request -> {
                  Optional<FunctionTable> functions = correlator.functions(request);
                  warnings.end();
                  return functions;
                });
    return options.withReading(reading);
  }

  /** Prints LLVM's sentences about the functions of a program. */
  private static final class Warnings {
    private final Terminal terminal;
    private final long most;
    private long seen;

    Warnings(Terminal terminal, long most) {
      this.terminal = terminal;
      this.most = most;
    }

    synchronized void print(Finding finding) {
      seen++;
      if (most == 0 || Long.compareUnsigned(seen, most) <= 0) {
        terminal.warning(finding.detail());
      }
    }

    /** Says how many were not printed; to be called when the program has been read. */
    synchronized void end() {
      if (most != 0 && Long.compareUnsigned(seen, most) > 0) {
        terminal.warning("Suppressed %d additional warnings".formatted(seen - most));
      }
      seen = 0;
    }
  }
}
