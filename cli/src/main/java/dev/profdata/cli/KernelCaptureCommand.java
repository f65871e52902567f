package dev.profdata.cli;

import dev.profdata.kernel.KernelProfiles;
import dev.profdata.kernel.KernelStatus;
import dev.profdata.kernel.KernelUnavailableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Captures the profile of an instrumented kernel, once, again and again, or after a command. */
@Command(
    name = "capture",
    mixinStandardHelpOptions = true,
    versionProvider = ToolVersion.class,
    description = "Copies the profiles of the running kernel and its modules and merges them.",
    footer = {
      "",
      "Example: profdata kernel capture --reset -o vmlinux.profdata -- make bench",
      "The command runs first; with --watch the profile is also captured meanwhile.",
      "If it fails, the profile is captured all the same, and the exit code is 1."
    })
final class KernelCaptureCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private KernelPlace place = new KernelPlace();
  @Mixin private KernelOutput output = new KernelOutput();

  @Option(names = "--reset", description = "Clear the counters first")
  private boolean resets;

  @Option(
      names = "--watch",
      paramLabel = "SECONDS",
      converter = Unsigned.class,
      description = "Capture again and again at this interval, each time replacing the output")
  private @Nullable Long interval;

  @Option(
      names = "--times",
      paramLabel = "N",
      converter = Unsigned.class,
      description = "End --watch after this many captures (default: when interrupted)")
  private @Nullable Long times;

  @Parameters(
      arity = "0..*",
      paramLabel = "COMMAND",
      description = "Run this command, given behind --, and capture when it has ended")
  private List<String> command = new ArrayList<>();

  KernelCaptureCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    checkUsage();
    output.check(terminal);
    KernelProfiles kernel = place.profiles();
    try {
      requireProfiles(kernel);
      if (resets) {
        kernel.reset();
      }
      return command.isEmpty() ? captureRepeatedly(kernel) : captureAfterCommand(kernel);
    } catch (KernelUnavailableException e) {
      return KernelPlace.unavailable(terminal, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CommandRunner.DONE;
    }
  }

  private void checkUsage() {
    if (isZero(interval) || isZero(times)) {
      throw new WrongUsageException("--watch and --times take positive numbers");
    }
    if (times != null && (interval == null || !command.isEmpty())) {
      throw new WrongUsageException("--times goes with --watch, and not with a command");
    }
    if (output.isStandardOutput() && (interval != null || !command.isEmpty())) {
      throw new WrongUsageException(
          "with --watch or a command the profile cannot go to standard output: say -o FILE");
    }
  }

  private static boolean isZero(@Nullable Long number) {
    return number != null && number == 0;
  }

  /** Fails before a command is run, not after it. */
  private static void requireProfiles(KernelProfiles kernel) throws KernelUnavailableException {
    KernelStatus status = kernel.status();
    if (!status.canCapture()) {
      throw new KernelUnavailableException(status.problems());
    }
  }

  private int captureRepeatedly(KernelProfiles kernel) throws IOException, InterruptedException {
    output.write(kernel.capture(), terminal);
    boolean captured = true;
    for (long done = 1; interval != null && (times == null || done != times); done++) {
      TimeUnit.SECONDS.sleep(interval);
      captured = tryToCapture(kernel);
    }
    return captured ? CommandRunner.DONE : CommandRunner.FAILED;
  }

  private int captureAfterCommand(KernelProfiles kernel) throws IOException, InterruptedException {
    try (ChildCommand child = ChildCommand.start(command, terminal)) {
      OptionalLong seconds = interval == null ? OptionalLong.empty() : OptionalLong.of(interval);
      while (!child.endsWithin(seconds)) {
        tryToCapture(kernel);
      }
      output.write(kernel.capture(), terminal);
      if (child.exitCode() == 0) {
        return CommandRunner.DONE;
      }
      terminal.error("%s ended with exit code %d".formatted(command.get(0), child.exitCode()));
      return CommandRunner.FAILED;
    }
  }

  /** A kernel short of memory refuses a snapshot now and then, which is no reason to give up. */
  private boolean tryToCapture(KernelProfiles kernel) {
    try {
      output.write(kernel.capture(), terminal);
      return true;
    } catch (IOException e) {
      terminal.warning(Failures.describe(e));
      return false;
    }
  }
}
