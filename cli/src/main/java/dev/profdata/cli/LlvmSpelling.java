package dev.profdata.cli;

import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Brings options that are spelt as LLVM's tools allow it into the spelling of the parser. */
final class LlvmSpelling {
  private LlvmSpelling() {}

  /**
   * Gives every known long option that stands behind a single dash its second one.
   *
   * <p>Everything else, values of options and what follows {@code --} included, stays as it is.
   */
  static String[] normalize(CommandSpec root, String... args) {
    String[] normal = args.clone();
    Optional<CommandSpec> command = Optional.empty();
    for (int i = 0; i < normal.length && !normal[i].equals("--"); i++) {
      if (command.isEmpty()) {
        command = Optional.ofNullable(root.subcommands().get(normal[i])).map(CommandLine::getCommandSpec);
      }
      CommandSpec spec = command.orElse(root);
      String doubled = "-" + normal[i];
      if (normal[i].startsWith("-") && spec.optionsMap().containsKey(nameOf(doubled))) {
        normal[i] = doubled;
      }
    }
    return normal;
  }

  private static String nameOf(String argument) {
    int equals = argument.indexOf('=');
    return equals < 0 ? argument : argument.substring(0, equals);
  }
}
