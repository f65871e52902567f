package dev.profdata.cli;

import dev.profdata.MergeOptions;
import dev.profdata.Profiles;
import dev.profdata.io.CorrelationKind;
import dev.profdata.io.Limits;
import dev.profdata.io.ProfileCorrelator;
import dev.profdata.model.FunctionTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name the program of profiles that hold counters only. */
final class CorrelationOptions {
  static final String WARNINGS = "--max-debug-info-correlation-warnings";
  private static final String DIRECTORY = "--debug-file-directory";
  private static final String SERVERS = "--debuginfod";
  static final long DEFAULT_WARNINGS = 5;

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

  @Option(
      names = "--correlate",
      paramLabel = "CORRELATION",
      converter = KindName.class,
      completionCandidates = KindName.class,
      description =
          "Find the program of each profile by its build id, and read its debug-info or its binary"
              + " sections")
  private @Nullable CorrelationKind fetched;

  @Option(
      names = DIRECTORY,
      paramLabel = "DIR",
      description =
          "With --correlate: look for DIR/.build-id/xx/yyyy.debug; may be given several times"
              + " (default: /usr/lib/debug)")
  private List<Path> directories = new ArrayList<>();

  @Option(
      names = SERVERS,
      description = "With --correlate: then ask the servers in DEBUGINFOD_URLS for it")
  private boolean asksServers;

  CorrelationOptions() {}

  MergeOptions applyTo(MergeOptions options, Terminal terminal) throws IOException {
    refuseContradictions();
    Limits limits = options.reading().limits();
    if (fetched != null) {
      // LLVM's tool prints all of them here, whatever the limit is.
      ProbeWarnings warnings = new ProbeWarnings(terminal, ProbeWarnings.ALL);
      return with(
          options,
          new FetchedProgramsCorrelator(fetched, finder(terminal, limits), limits, warnings));
    }
    if (debugInfo != null) {
      return correlate(options, CorrelationKind.DEBUG_INFO, debugInfo, terminal);
    }
    return binary == null ? options : correlate(options, CorrelationKind.BINARY, binary, terminal);
  }

  private void refuseContradictions() {
    boolean searches = asksServers || !directories.isEmpty();
    if (Stream.of(debugInfo != null, binary != null, searches).filter(given -> given).count() > 1) {
      throw new WrongUsageException(
          "Expected only one of -debug-info, -binary-file, -debuginfod or -debug-file-directory");
    }
    if (searches && fetched == null) {
      throw new WrongUsageException(
          "Expected --correlate when %s is provided".formatted(asksServers ? SERVERS : DIRECTORY));
    }
    if (fetched != null && !searches) {
      throw new WrongUsageException(
          "Expected --debuginfod or --debug-file-directory when --correlate is provided");
    }
  }

  private ProgramFinder finder(Terminal terminal, Limits limits) {
    ProgramFinder local = new DebugFileDirectories(directories);
    if (!asksServers) {
      return local;
    }
    ProgramFinder servers = new Debuginfod(terminal.environment(), limits);
    return id -> {
      Optional<Path> here = local.find(id);
      return here.isPresent() ? here : servers.find(id);
    };
  }

  private MergeOptions correlate(
      MergeOptions options, CorrelationKind kind, String program, Terminal terminal)
      throws IOException {
    ProbeWarnings warnings = new ProbeWarnings(terminal, most);
    ProfileCorrelator correlator =
        Profiles.correlator(
            kind, terminal.source(program), options.reading().limits(), warnings::print);
    warnings.end();
    return with(
        options,
        request -> {
          Optional<FunctionTable> functions = correlator.functions(request);
          warnings.end();
          return functions;
        });
  }

  private static MergeOptions with(MergeOptions options, ProfileCorrelator correlator) {
    return options.withReading(options.reading().withCorrelator(correlator));
  }

  /** Reads where functions are to be found. */
  static final class KindName extends DashedName<CorrelationKind> {
    KindName() {
      super(CorrelationKind.class);
    }
  }
}
