package dev.profdata.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;

/**
 * The commands of the tool, each made when it is needed: making one takes longer than many runs.
 */
final class Commands {
  private final Map<String, Function<Terminal, CommandLine>> makers = new LinkedHashMap<>();

  Commands() {
    makers.put("merge", terminal -> new CommandLine(new MergeCommand(terminal)));
    makers.put("show", terminal -> new CommandLine(new ShowCommand(terminal)));
    makers.put("order", terminal -> new CommandLine(new OrderCommand(terminal)));
    makers.put("overlap", terminal -> new CommandLine(new OverlapCommand(terminal)));
    makers.put("convert", terminal -> new CommandLine(new ConvertCommand(terminal)));
    makers.put("report", terminal -> new CommandLine(new ReportCommand(terminal)));
    makers.put("info", terminal -> new CommandLine(new InfoCommand(terminal)));
    makers.put("check", terminal -> new CommandLine(new CheckCommand(terminal)));
    makers.put("kernel", KernelCommand::commandLine);
    makers.put("completion", terminal -> new CommandLine(new CompletionCommand(terminal)));
  }

  /** Adds the command that the first argument names; all if it names none, as for help. */
  void addTo(CommandLine root, Terminal terminal, String... args) {
    Function<Terminal, CommandLine> named = args.length == 0 ? null : makers.get(args[0]);
    if (named != null) {
      root.addSubcommand(args[0], named.apply(terminal));
    } else {
      makers.forEach((name, maker) -> root.addSubcommand(name, maker.apply(terminal)));
    }
  }
}
