package dev.profdata.cli;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ReleaseRule;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.TemporalTrace;
import dev.profdata.order.FunctionOrder;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Orders functions, line for line as {@code llvm-profdata order} of a release does. */
@Command(
    name = "order",
    mixinStandardHelpOptions = true,
    versionProvider = ToolVersion.class,
    description =
        "Lists functions in the order in which they should be linked for a fast start, from the"
            + " temporal traces of a profile, as llvm-profdata order does.",
    footer = {"", "Example: profdata order -o app.order app.profdata"})
final class OrderCommand implements Callable<Integer> {
  private static final String TEST_TRACES = "--num-test-traces";

  private final Terminal terminal;

  @Mixin private ReleaseOption release = new ReleaseOption();

  @Parameters(paramLabel = "FILE", description = "Profile, or - for standard input")
  private String file = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      defaultValue = "-",
      description = "Where the list goes (default: standard output)")
  private String output = "-";

  @Option(
      names = TEST_TRACES,
      paramLabel = "N",
      converter = Unsigned.class,
      description =
          "Keep the last N traces apart and tell how many page faults they see in the order (LLVM"
              + " 19 and newer; default: 0)")
  private @Nullable Long testTraces;

  @Mixin private LimitOptions limits = new LimitOptions();

  OrderCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    LlvmRelease rules = release.orNewest(terminal);
    refuseWhatIsMissingIn(rules);
    if (file.equals(output) && !Terminal.isStandardStream(file)) {
      throw new CommandFailedException(
          "Input file name cannot be the same as the output file name!");
    }
    ReadWarnings warnings = new ReadWarnings(terminal, release.named(terminal).isPresent());
    InstrProfile profile = warnings.read(file, limits.reading());
    OrderText text = order(profile, rules);
    text.message().ifPresent(terminal::note);
    terminal.writeText(output, text::print);
    return CommandRunner.DONE;
  }

  /** Says first what LLVM's tool says. */
  private void refuseWhatIsMissingIn(LlvmRelease rules) {
    if (!rules.follows(ReleaseRule.TEMPORAL_TRACES)) {
      throw new CommandFailedException(
          "Unknown command! llvm-profdata of %s has no 'order', which came with LLVM 17"
              .formatted(rules));
    }
    if (testTraces != null && !rules.follows(ReleaseRule.ORDER_TEST_TRACES)) {
      throw new CommandFailedException(
          "Unknown command line argument '%s=%s': llvm-profdata of %s does not have it"
              .formatted(TEST_TRACES, Long.toUnsignedString(testTraces), rules));
    }
  }

  private OrderText order(InstrProfile profile, LlvmRelease rules) {
    List<TemporalTrace> traces = profile.traces().traces();
    int tests = numberOfTests(traces.size());
    int trained = traces.size() - tests;
    FunctionOrder order = FunctionOrder.of(traces.subList(0, trained), rules);
    Optional<Long> area =
        tests == 0
            ? Optional.empty()
            : Optional.of(order.pageFaultArea(traces.subList(trained, traces.size())));
    return new OrderText(rules, order.functions(profile), area);
  }

  private int numberOfTests(int traces) {
    long tests = testTraces == null ? 0 : testTraces;
    if (tests != 0 && Long.compareUnsigned(tests, traces) >= 0) {
      throw new CommandFailedException(
          "%s must be smaller than the total number of traces: expected: < %d, actual: %s"
              .formatted(TEST_TRACES, traces, Long.toUnsignedString(tests)));
    }
    return (int) tests;
  }
}
