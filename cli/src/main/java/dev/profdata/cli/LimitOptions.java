package dev.profdata.cli;

import dev.profdata.MergeOptions;
import dev.profdata.io.Limits;
import dev.profdata.io.ReadOptions;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that raises or lowers the limits for reading. */
final class LimitOptions {
  @Option(
      names = "--limit",
      paramLabel = "NAME=VALUE",
      converter = LimitSetting.Converter.class,
      completionCandidates = LimitSetting.Candidates.class,
      description =
          "How much a file may ask for before it is refused, again for each limit: file-bytes,"
              + " functions, counters, name-bytes, value-sites, images or traces; k, m and g stand"
              + " for powers of 1024")
  private List<LimitSetting> settings = new ArrayList<>();

  LimitOptions() {}

  /** Returns the limits that were asked for. */
  Limits limits() {
    Limits limits = Limits.DEFAULT;
    for (LimitSetting setting : settings) {
      limits = limits.with(setting.limit(), setting.value());
    }
    return limits;
  }

  MergeOptions applyTo(MergeOptions options) {
    return options.withReading(options.reading().withLimits(limits()));
  }

  /** Returns how to read within these limits. */
  ReadOptions reading() {
    return ReadOptions.DEFAULT.withLimits(limits());
  }
}
