package dev.profdata.cli;

import dev.profdata.Profiles;
import dev.profdata.io.Limits;
import dev.profdata.io.ProgramCounters;
import dev.profdata.model.ProfileName;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for what debug information tells of counters, and its text. */
final class ShownProgram {
  @Option(
      names = "--debug-info",
      paramLabel = "FILE",
      description = "Show which functions the debug information of this program knows counters of")
  private @Nullable String file;

  @Option(
      names = ForeignOptions.SYMBOL_LIST,
      description = "With --debug-info: the names of these functions, too")
  private boolean names;

  @Option(
      names = CorrelationOptions.WARNINGS,
      paramLabel = "N",
      converter = Unsigned.class,
      defaultValue = "" + CorrelationOptions.DEFAULT_WARNINGS,
      description = "Print at most N warnings about the program, 0 for all (default: 5)")
  private long most = CorrelationOptions.DEFAULT_WARNINGS;

  ShownProgram() {}

  boolean isNamed() {
    return file != null && !file.isEmpty();
  }

  /** Refuses the options that mean something else without a program. */
  void refuseAlone() {
    if (names) {
      throw new CommandFailedException(
          ForeignOptions.explain("show", ForeignOptions.SYMBOL_LIST).orElseThrow());
    }
  }

  private ProgramCounters read(Terminal terminal, Limits limits) throws IOException {
    ProbeWarnings warnings = new ProbeWarnings(terminal, most);
    ProgramCounters counters =
        Profiles.counters(terminal.source(String.valueOf(file)), limits, warnings::print);
    warnings.end();
    return counters;
  }

  void show(Terminal terminal, Limits limits, String output, boolean withSize) throws IOException {
    ProgramCounters counters = read(terminal, limits);
    terminal.writeText(output, printer -> print(counters, withSize, printer));
  }

  private void print(ProgramCounters counters, boolean withSize, Printer printer)
      throws IOException {
    if (names) {
      for (ProfileName name : sortedNames(counters)) {
        printer.name(name).line("");
      }
    }
    if (withSize) {
      printer.line("Counters section size: 0x%x bytes".formatted(counters.sectionBytes()));
    }
    printer.line("Found %d functions".formatted(counters.distinctFunctions()));
  }

  private static Iterable<ProfileName> sortedNames(ProgramCounters counters) {
    return () ->
        counters.functions().stream()
            .map(ProgramCounters.Function::name)
            .distinct()
            .sorted()
            .iterator();
  }

  void showYaml(Terminal terminal, Limits limits, String output) throws IOException {
    ProgramCounters counters = read(terminal, limits);
    terminal.writeText(
        output,
        printer -> {
          printer.line("---").line("Probes:");
          for (ProgramCounters.Function function : counters.functions()) {
            printProbe(function, printer);
          }
          printer.line("...");
        });
  }

  private static void printProbe(ProgramCounters.Function function, Printer printer)
      throws IOException {
    printer.text("  - ");
    printKey("Function Name:", printer).line(YamlScalar.of(function.name().toString()));
    if (function.linkageName().isPresent()) {
      String linkageName = YamlScalar.of(function.linkageName().get().toString());
      printKey("    Linkage Name:", printer).line(linkageName);
    }
    printKey("    CFG Hash:", printer).line("0x%X".formatted(function.structuralHash()));
    printKey("    Counter Offset:", printer).line("0x%X".formatted(function.offset()));
    printKey("    Num Counters:", printer).line(Long.toString(function.counters()));
    if (function.file().isPresent()) {
      printKey("    File:", printer).line(YamlScalar.of(function.file().get()));
    }
    if (function.line().isPresent()) {
      printKey("    Line:", printer).line(Long.toString(function.line().getAsLong()));
    }
  }

  private static Printer printKey(String key, Printer printer) throws IOException {
    int width = key.startsWith(" ") ? 21 : 17;
    return printer.text(key + " ".repeat(width - key.length()));
  }
}
