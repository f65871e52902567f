package dev.profdata.cli;

import dev.profdata.MergeOptions;
import dev.profdata.NameRemapping;
import dev.profdata.io.WriteOptions;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The rarer options of a merge. */
final class MergeTuning {
  @Option(names = "--sparse", description = "Leave out functions that were never reached")
  private boolean sparse;

  @Option(names = "--keep-vtable-symbols", description = "Keep the names of virtual tables")
  private boolean keepsVTableNames;

  @Option(
      names = "--temporal-profile-trace-reservoir-size",
      paramLabel = "N",
      defaultValue = "100",
      converter = Unsigned.class,
      description = "How many temporal traces are kept at the most (default: 100)")
  private long reservoir;

  @Option(
      names = "--temporal-profile-max-trace-length",
      paramLabel = "N",
      defaultValue = "10000",
      converter = Unsigned.class,
      description = "How many functions of a temporal trace are kept at the most (default: 10000)")
  private long maxTraceLength;

  @Option(
      names = {"-j", "--num-threads"},
      paramLabel = "N",
      converter = Unsigned.class,
      description =
          "How many threads read; with --llvm also the order in which LLVM's tool adds up with so"
              + " many, as its output depends on it (default there: 1)")
  private @Nullable Long threads;

  @Option(
      names = "--instr",
      description = "Merge instrumentation profiles (nothing else can be merged)")
  @SuppressWarnings("unused") // Accepted, but there is nothing to choose.
  private boolean instrumentation;

  @Option(
      names = {"-r", "--remapping-file"},
      paramLabel = "FILE",
      description = "Other names for functions: on each line an old and a new one")
  private @Nullable String remapping;

  /** More than any machine has; each costs memory. */
  private static final int MOST_THREADS = 1024;

  MergeTuning() {}

  MergeOptions applyTo(MergeOptions options, boolean imitates, Terminal terminal)
      throws IOException {
    MergeOptions tuned = options.withTraces(clamp(reservoir), clamp(maxTraceLength));
    if (remapping != null) {
      tuned = tuned.withRemapping(NameRemapping.read(terminal.source(remapping)));
    }
    if (threads == null || threads == 0) {
      return tuned;
    }
    int count = Math.min(clamp(threads), MOST_THREADS);
    return imitates ? tuned.withThreadTree(count) : tuned.withThreads(count);
  }

  WriteOptions applyTo(WriteOptions options) {
    return options.withSparse(sparse).withVTableNames(keepsVTableNames);
  }

  private static int clamp(long unsigned) {
    return unsigned < 0 || unsigned > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) unsigned;
  }
}
