package dev.profdata.cli;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ReleaseRule;
import dev.profdata.io.Finding;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.model.FunctionRecord;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileSummary;
import dev.profdata.model.TraceSet;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;

/** Goes through a profile function by function and prints those that are asked for. */
final class ShowBody implements ProfileVisitor {
  private static final long CONTEXT_SENSITIVE_HASH = 1L << 60;
  private static final long UNKNOWN = -1;

  private final ShownProfile shown;
  private final ShowOptions options;
  private final LlvmRelease release;
  private final Printer printer;
  private final Consumer<Finding> findings;
  private final ShowFunction details;
  private final TextRecord textRecord;

  ShowBody(
      ShownProfile shown,
      ShowOptions options,
      LlvmRelease release,
      Printer printer,
      Consumer<Finding> findings) {
    this.shown = shown;
    this.options = options;
    this.release = release;
    this.printer = printer;
    this.findings = findings;
    this.details = new ShowFunction(shown, options, printer);
    this.textRecord = new TextRecord(release, printer);
  }

  /** Prints what stands before the first function. */
  void begin() throws IOException {
    if (!options.text() && options.listsBelowCutoff()) {
      printer
          .text("The list of functions with the maximum counter less than ")
          .number(options.valueCutoff())
          .line(":");
    }
    if (options.text() && shown.variant().isIrLevel()) {
      printer.line(":ir");
    }
  }

  @Override
  public void visitFinding(Finding finding) {
    findings.accept(finding);
  }

  @Override
  public void visitImage(ProfileImage image) throws IOException {
    shown.enter(image);
    boolean selects = image.variant().isIrLevel();
    for (int row = 0; row < image.size(); row++) {
      long hash = image.functions().structuralHash(row);
      boolean contextSensitive = (hash & CONTEXT_SENSITIVE_HASH) != 0;
      if (!selects || contextSensitive == options.contextSensitive()) {
        visitFunction(image, row);
      }
    }
  }

  private void visitFunction(ProfileImage image, int row) throws IOException {
    FunctionRecord function = image.function(row);
    boolean selected = options.selects(function.name());
    if (selected && options.text()) {
      textRecord.print(image, row);
      return;
    }
    shown.count(image, row);
    if (options.covered()) {
      printIfCovered(function);
    } else if (isPseudo(function)) {
      if (selected) {
        details.printPseudo(function);
      }
    } else {
      visitCounted(image, row, function, selected);
    }
  }

  private void printIfCovered(FunctionRecord function) throws IOException {
    if (Arrays.stream(function.counters()).anyMatch(count -> count != 0)) {
      printer.name(function.name()).line("");
    }
  }

  private boolean isPseudo(FunctionRecord function) {
    return release.follows(ReleaseRule.PSEUDO_COUNTS)
        && function.counterCount() > 0
        && ProfileSummary.isPseudoCount(function.counter(0));
  }

  private void visitCounted(ProfileImage image, int row, FunctionRecord function, boolean selected)
      throws IOException {
    long[] counters = known(function.counters());
    long max = max(counters);
    if (Long.compareUnsigned(max, options.valueCutoff()) < 0) {
      shown.countBelowCutoff();
      if (options.listsBelowCutoff()) {
        printBelowCutoff(function, max, Arrays.stream(counters).sum());
      }
    } else if (!options.listsBelowCutoff()) {
      shown.hottest().add(function.name(), max);
      if (selected) {
        details.print(image, row);
      }
    }
  }

  /** Before there were pseudo counts, the largest number said that a count is not known. */
  private long[] known(long[] counters) {
    return release.follows(ReleaseRule.PSEUDO_COUNTS)
        ? counters
        : Arrays.stream(counters).filter(count -> count != UNKNOWN).toArray();
  }

  private static long max(long[] counters) {
    return Arrays.stream(counters).reduce(0, (a, b) -> Long.compareUnsigned(a, b) >= 0 ? a : b);
  }

  private void printBelowCutoff(FunctionRecord function, long max, long sum) throws IOException {
    printer.text("  ").name(function.name()).text(": (Max = ").number(max);
    printer.text(" Sum = ").number(sum).line(")");
  }

  @Override
  public void visitTraces(TraceSet traces) {
    shown.setTraces(traces);
  }
}
