package dev.profdata.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Brings options that are spelt as LLVM's tools allow it into the spelling of the parser: long
 * options behind a single dash, and switches with a value.
 *
 * <p>Everything else, values of options and what follows {@code --} included, stays as it is.
 */
final class LlvmSpelling {
  private LlvmSpelling() {}

  static String[] normalize(CommandSpec root, String... args) {
    String[] normal = args.clone();
    CommandSpec spec = root;
    for (int i = 0; i < normal.length && !normal[i].equals("--"); i++) {
      CommandLine command = spec.subcommands().get(normal[i]);
      if (command != null) {
        spec = command.getCommandSpec();
      } else {
        normal[i] = withSwitchValue(spec, withTwoDashes(spec, normal[i]));
      }
    }
    return normal;
  }

  private static String withTwoDashes(CommandSpec spec, String argument) {
    String doubled = "-" + argument;
    return option(spec, doubled).isPresent() ? doubled : argument;
  }

  private static String withSwitchValue(CommandSpec spec, String argument) {
    String name = nameOf(argument);
    boolean isSwitch =
        option(spec, argument).filter(option -> option.arity().max() == 0).isPresent();
    if (!isSwitch || name.equals(argument)) {
      return argument;
    }
    return switch (argument.substring(name.length() + 1)) {
      case "", "1" -> name + "=true";
      case "0" -> name + "=false";
      default -> argument;
    };
  }

  private static Optional<OptionSpec> option(CommandSpec spec, String argument) {
    @Nullable OptionSpec option =
        argument.startsWith("--") ? spec.optionsMap().get(nameOf(argument)) : null;
    return Optional.ofNullable(option);
  }

  private static String nameOf(String argument) {
    int equals = argument.indexOf('=');
    return equals < 0 ? argument : argument.substring(0, equals);
  }
}
