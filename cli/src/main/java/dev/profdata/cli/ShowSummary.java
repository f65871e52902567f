package dev.profdata.cli;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFamily;
import dev.profdata.format.ReleaseRule;
import dev.profdata.model.BinaryId;
import dev.profdata.model.HottestFunctions;
import dev.profdata.model.ProfileSummary;
import dev.profdata.model.ProfileVariant;
import dev.profdata.model.TemporalTrace;
import dev.profdata.model.TraceSet;
import dev.profdata.model.ValueKind;
import dev.profdata.model.ValueSiteStatistics;
import java.io.IOException;
import java.util.List;

/** Prints what stands after the last function. */
final class ShowSummary {
  private static final int HOT_CUTOFF = 990_000;

  private final ShownProfile shown;
  private final ShowOptions options;
  private final LlvmRelease release;
  private final Printer printer;
  private final ProfileSummary summary;

  ShowSummary(ShownProfile shown, ShowOptions options, LlvmRelease release, Printer printer) {
    this.shown = shown;
    this.options = options;
    this.release = release;
    this.printer = printer;
    this.summary = shown.summary();
  }

  void print() throws IOException {
    printLevel();
    if (options.selectsFunctions()) {
      count("Functions shown: ", shown.shown());
    }
    printTotals();
    printHottest();
    printStatistics(ValueKind.INDIRECT_CALL_TARGET, "indirect call sites");
    printStatistics(ValueKind.VTABLE_TARGET, "vtable");
    printStatistics(ValueKind.MEMOP_SIZE, "memory intrinsic calls sizes");
    if (options.detailedSummary()) {
      printDetailed();
    }
    if (options.binaryIds()) {
      printBinaryIds();
    }
    if (options.profileVersion()) {
      count("Profile version: ", versionNumber());
    }
    if (options.temporalTraces()) {
      printTraces(shown.traces());
    }
  }

  private void count(String label, long number) throws IOException {
    printer.text(label).number(number).line("");
  }

  private void printLevel() throws IOException {
    ProfileVariant variant = shown.variant();
    printer.text("Instrumentation level: ").text(variant.isIrLevel() ? "IR" : "Front-end");
    if (variant.isIrLevel()) {
      flag("entry_first", variant.has(ProfileVariant.ENTRY_FIRST));
      if (release.follows(ReleaseRule.LOOP_ENTRIES)) {
        flag("instrument_loop_entries", variant.has(ProfileVariant.LOOP_ENTRIES));
      }
    }
    printer.line("");
  }

  private void flag(String name, boolean set) throws IOException {
    printer.text("  ").text(name).text(set ? " = 1" : " = 0");
  }

  private void printTotals() throws IOException {
    boolean newer = release.follows(ReleaseRule.SHOW_TOTALS);
    count("Total functions: ", summary.functions());
    if (!newer) {
      printCutoffCounts();
    }
    count("Maximum function count: ", summary.maxFunctionCount());
    count("Maximum internal block count: ", summary.maxInternalBlockCount());
    if (newer) {
      printBlocks();
      printCutoffCounts();
    }
  }

  private void printBlocks() throws IOException {
    count("Total number of blocks: ", summary.blocks());
    count("Total count: ", summary.totalCount());
  }

  private void printCutoffCounts() throws IOException {
    if (options.valueCutoff() != 0) {
      String cutoff = Long.toUnsignedString(options.valueCutoff());
      String label = "Number of functions with maximum count (%s %s): ";
      count(label.formatted("<", cutoff), shown.belowCutoff());
      count(label.formatted(">=", cutoff), summary.functions() - shown.belowCutoff());
    }
  }

  private void printHottest() throws IOException {
    List<HottestFunctions.Hot> hottest = shown.hottest().descending();
    if (options.top() > 0) {
      printer.text("Top ").number(options.top());
      printer.line(" functions with the largest internal block counts: ");
      for (HottestFunctions.Hot hot : hottest.subList(0, Math.min(options.top(), hottest.size()))) {
        printer.text("  ").name(hot.name()).text(", max count = ").number(hot.maxCount()).line("");
      }
    }
    if (options.hotFunctions(release)) {
      printHot(hottest);
    }
  }

  private void printHot(List<HottestFunctions.Hot> hottest) throws IOException {
    long threshold = hotThreshold();
    count("# Hot count threshold: ", threshold);
    for (HottestFunctions.Hot hot : hottest) {
      if (Long.compareUnsigned(hot.maxCount(), threshold) < 0) {
        return;
      }
      printer.name(hot.name()).line("");
    }
  }

  private long hotThreshold() {
    return summary.entries().stream()
        .filter(entry -> entry.cutoff() >= HOT_CUTOFF)
        .findFirst()
        .orElseThrow(
            () -> new CommandFailedException("Desired percentile exceeds the maximum cutoff"))
        .minCount();
  }

  private void printStatistics(ValueKind kind, String label) throws IOException {
    if (shown.shown() == 0 || !options.values(kind)) {
      return;
    }
    ValueSiteStatistics statistics = shown.valueSites(kind);
    printer.text("Statistics for ").text(label).line(" profile:");
    count("  Total number of sites: ", statistics.sites());
    count("  Total number of sites with values: ", statistics.sitesWithValues());
    count("  Total number of profiled values: ", statistics.values());
    printer.line("  Value sites histogram:").line("\tNumTargets, SiteCount");
    for (var entry : statistics.histogram().entrySet()) {
      printer.line("\t%d, %d".formatted(entry.getKey(), entry.getValue()));
    }
  }

  private void printDetailed() throws IOException {
    boolean newer = release.follows(ReleaseRule.SHOW_TOTALS);
    if (!newer) {
      printBlocks();
    }
    printer.line("Detailed summary:");
    for (ProfileSummary.Entry entry : summary.entries()) {
      // LLVM computes both percentages in single precision.
      String cutoff = CNumbers.general((float) entry.cutoff() / ProfileSummary.SCALE * 100);
      printer.number(entry.counters()).text(" blocks ");
      if (newer) {
        printer.text("(").text(share(entry)).text("%) ");
      }
      printer.text("with count >= ").number(entry.minCount()).text(" account for ").text(cutoff);
      printer.line(newer ? "% of the total counts." : " percentage of the total counts.");
    }
  }

  private String share(ProfileSummary.Entry entry) {
    float percent = summary.blocks() == 0 ? 0 : 100f * entry.counters() / summary.blocks();
    return CNumbers.fixed(percent, 2);
  }

  private void printBinaryIds() throws IOException {
    boolean all =
        shown.format().family() != ProfileFamily.RAW || release.follows(ReleaseRule.ALL_BINARY_IDS);
    List<BinaryId> ids = all ? shown.binaryIds() : shown.lastBinaryIds();
    boolean emptyHeading =
        shown.format().family() == ProfileFamily.INDEXED
            && release.follows(ReleaseRule.SHOW_EMPTY_BINARY_IDS);
    if (!ids.isEmpty() || emptyHeading) {
      printer.line("Binary IDs: ");
      for (BinaryId id : ids) {
        printer.line(id.toString());
      }
    }
  }

  /** Returns what LLVM calls the version: of a raw profile the whole word, flags included. */
  private long versionNumber() {
    int version = shown.format().version();
    return shown.format().family() == ProfileFamily.RAW
        ? shown.variant().versionWord(version)
        : version;
  }

  private void printTraces(TraceSet traces) throws IOException {
    printer.text("Temporal Profile Traces (samples=").number(traces.traces().size());
    printer.text(" seen=").number(traces.streamSize()).line("):");
    int number = 0;
    for (TemporalTrace trace : traces.traces()) {
      printer.text("  Temporal Profile Trace ").number(number++).text(" (weight=");
      printer.number(trace.weight()).text(" count=").number(trace.size()).line("):");
      for (int place = 0; place < trace.size(); place++) {
        printer.text("    ");
        var name = shown.name(trace.nameHash(place));
        if (name.isPresent()) {
          printer.name(name.get());
        }
        printer.line("");
      }
    }
  }
}
