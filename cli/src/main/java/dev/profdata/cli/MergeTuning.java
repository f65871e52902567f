package dev.profdata.cli;

import dev.profdata.MergeOptions;
import dev.profdata.io.WriteOptions;
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
      description = "Accepted for the sake of scripts; the output never depends on threads")
  @SuppressWarnings("unused") // Accepted, but there is nothing to choose.
  private @Nullable Long threads;

  @Option(
      names = "--instr",
      description = "Merge instrumentation profiles (nothing else can be merged)")
  @SuppressWarnings("unused") // Accepted, but there is nothing to choose.
  private boolean instrumentation;

  @Option(
      names = {"-r", "--remapping-file"},
      paramLabel = "FILE",
      hidden = true)
  private @Nullable String remapping;

  MergeTuning() {}

  /** Fails where going on would silently do something else than what was asked for. */
  void refuseUnsupported() {
    if (remapping != null) {
      throw new CommandFailedException("--remapping-file is not supported");
    }
  }

  MergeOptions applyTo(MergeOptions options) {
    return options.withTraces(clamp(reservoir), clamp(maxTraceLength));
  }

  WriteOptions applyTo(WriteOptions options) {
    return options.withSparse(sparse).withVTableNames(keepsVTableNames);
  }

  private static int clamp(long unsigned) {
    return unsigned < 0 || unsigned > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) unsigned;
  }
}
