package dev.profdata.cli;

import dev.profdata.FunctionOverlap;
import dev.profdata.OverlapReport;
import dev.profdata.OverlapSums;
import dev.profdata.ProfileOverlap;
import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ReleaseRule;
import dev.profdata.model.ValueKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Prints a comparison of profiles. */
final class OverlapText {
  private static final int SHARE_DECIMALS = 3;

  private final LlvmRelease release;
  private final Printer printer;

  OverlapText(LlvmRelease release, Printer printer) {
    this.release = release;
    this.printer = printer;
  }

  void print(ProfileOverlap overlap, OverlapSelection selection, String base, String test)
      throws IOException {
    List<FunctionOverlap> selected = new ArrayList<>();
    OverlapReport whole =
        overlap.compare(
            function -> {
              if (selection.includes(function)) {
                selected.add(function);
              }
            });
    for (FunctionOverlap function : selected) {
      printer.line("Function level:").text("  Function: ").name(function.function().name());
      printer.text(" (Hash=").number(function.function().structuralHash()).line(")");
      printReport(function.report(), "edge counters");
    }
    String word = release.follows(ReleaseRule.OVERLAP_SPELLING) ? "information" : "infomation";
    printer.line(
        "Profile overlap %s for base_profile: %s and test_profile: %s".formatted(word, base, test));
    printer.line("Program level:");
    printReport(whole, "functions");
  }

  private void printReport(OverlapReport report, String entries) throws IOException {
    count("# of " + entries + " overlap", report.overlap());
    countIfAny("# of " + entries + " mismatch", report.mismatch());
    countIfAny("# of " + entries + " only in test_profile", report.unique());
    printCounters(report);
    for (ValueKind kind : ValueKind.all()) {
      boolean known = kind != ValueKind.VTABLE_TARGET || release.follows(ReleaseRule.VTABLES);
      if (known && (report.base().values(kind) >= 1 || report.test().values(kind) >= 1)) {
        printValues(report, kind);
      }
    }
  }

  private void printCounters(OverlapReport report) throws IOException {
    share("Edge profile overlap", report.overlap().counters());
    if (report.mismatch().entries() > 0) {
      share("Mismatched count percentage (Edge)", report.mismatch().counters());
    }
    if (report.unique().entries() > 0) {
      share("Percentage of Edge profile only in test_profile", report.unique().counters());
    }
    sum("Edge profile base count sum", report.base().counters());
    sum("Edge profile test count sum", report.test().counters());
  }

  private void printValues(OverlapReport report, ValueKind kind) throws IOException {
    String name =
        switch (kind) {
          case INDIRECT_CALL_TARGET -> "IndirectCall";
          case MEMOP_SIZE -> "MemOP";
          case VTABLE_TARGET -> "VTable";
        };
    share(name + " profile overlap", report.overlap().values(kind));
    if (report.mismatch().entries() > 0) {
      share("Mismatched count percentage (" + name + ")", report.mismatch().values(kind));
    }
    if (report.unique().entries() > 0) {
      share(
          "Percentage of " + name + " profile only in test_profile", report.unique().values(kind));
    }
    sum(name + " profile base count sum", report.base().values(kind));
    sum(name + " profile test count sum", report.test().values(kind));
  }

  private void countIfAny(String label, OverlapSums sums) throws IOException {
    if (sums.entries() > 0) {
      count(label, sums);
    }
  }

  private void count(String label, OverlapSums sums) throws IOException {
    row(label, Long.toString(sums.entries()));
  }

  private void share(String label, double share) throws IOException {
    row(label, CNumbers.fixed(share * 100, SHARE_DECIMALS) + "%");
  }

  private void sum(String label, double sum) throws IOException {
    row(label, CNumbers.fixed(sum, 0));
  }

  private void row(String label, String value) throws IOException {
    printer.text("  ").text(label).text(": ").line(value);
  }
}
