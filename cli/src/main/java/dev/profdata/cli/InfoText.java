package dev.profdata.cli;

import dev.profdata.io.Finding;
import dev.profdata.model.BinaryId;
import java.io.IOException;
import java.util.stream.Collectors;

/** Prints facts for people. */
final class InfoText {
  private final Printer printer;

  InfoText(Printer printer) {
    this.printer = printer;
  }

  void print(ProfileFacts facts) throws IOException {
    printer.line(facts.source() + ":");
    row("format", facts.format().toString());
    row("instrumentation", facts.variant().toString());
    row("images", facts.images());
    row("functions", facts.functions());
    row("counters", facts.counters());
    rowIfAny("bitmap bytes", facts.bitmapBytes());
    rowIfAny("value sites", facts.valueSites());
    rowIfAny("values", facts.values());
    rowIfAny("temporal traces", facts.traces());
    if (!facts.binaryIds().isEmpty()) {
      row(
          "binary ids",
          facts.binaryIds().stream().map(BinaryId::toString).collect(Collectors.joining(", ")));
    }
    row("read by", ReleaseRange.of(facts.readers()));
    for (Finding finding : facts.findings()) {
      row(Findings.word(finding), Findings.withoutSource(finding));
    }
  }

  private void rowIfAny(String label, long number) throws IOException {
    if (number != 0) {
      row(label, number);
    }
  }

  private void row(String label, long number) throws IOException {
    row(label, Long.toString(number));
  }

  private void row(String label, String value) throws IOException {
    printer.line("  %-16s %s".formatted(label + ":", value));
  }
}
