package dev.profdata.cli;

import dev.profdata.MergeExpectations;
import dev.profdata.MergeOptions;
import dev.profdata.Profiles;
import dev.profdata.io.ReadOptions;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that keep a thin profile from being written. */
final class MergeGateOptions {
  @Option(
      names = "--expect-inputs",
      paramLabel = "N",
      converter = Unsigned.class,
      description = "Write nothing unless at least N inputs could be used")
  private @Nullable Long inputs;

  @Option(
      names = "--expect-functions",
      paramLabel = "N",
      converter = Unsigned.class,
      description = "Write nothing unless at least N functions ran")
  private @Nullable Long functions;

  @Option(
      names = "--expect-total",
      paramLabel = "N",
      converter = Unsigned.class,
      description = "Write nothing unless all counters together come to at least N")
  private @Nullable Long totalCount;

  @Option(
      names = "--expect-hot-overlap",
      paramLabel = "PERCENT",
      description =
          "Write nothing unless so many of the hot functions of --reference are hot in the sum, too")
  private @Nullable Double hotOverlap;

  @Option(
      names = "--reference",
      paramLabel = "FILE",
      description = "The profile that --expect-hot-overlap compares with")
  private @Nullable String reference;

  MergeGateOptions() {}

  MergeOptions applyTo(MergeOptions options, Terminal terminal) throws IOException {
    MergeExpectations expected = MergeExpectations.NONE;
    expected = inputs == null ? expected : expected.withInputs(positive(inputs));
    expected = functions == null ? expected : expected.withFunctions(positive(functions));
    expected = totalCount == null ? expected : expected.withTotalCount(totalCount);
    if ((hotOverlap == null) != (reference == null)) {
      throw new WrongUsageException("--expect-hot-overlap and --reference belong together");
    }
    if (hotOverlap != null && reference != null) {
      if (!(hotOverlap >= 0 && hotOverlap <= 100)) {
        throw new WrongUsageException("--expect-hot-overlap is 0 to 100, not " + hotOverlap);
      }
      ReadOptions reading = ReadOptions.DEFAULT.withLimits(options.reading().limits());
      expected =
          expected.withHotOverlap(Profiles.read(terminal.source(reference), reading), hotOverlap);
    }
    return options.withExpectations(expected);
  }

  private static long positive(long unsigned) {
    return unsigned < 0 ? Long.MAX_VALUE : unsigned;
  }
}
