package dev.profdata.cli;

import dev.profdata.InputReport;
import dev.profdata.MergeListener;
import dev.profdata.MergeProgress;
import dev.profdata.format.LlvmRelease;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.Finding;
import dev.profdata.io.FindingKind;
import dev.profdata.io.ProfileException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Prints what happens in a merge, in LLVM's words where it would say something. */
final class MergeMessages implements MergeListener {
  private static final String HINT =
      "Make sure that all profile data to be merged is generated from the same binary.";

  private final Terminal terminal;
  private final ProgressLine progress;
  private final Optional<LlvmRelease> imitated;
  private final Set<FindingKind> seen = EnumSet.noneOf(FindingKind.class);
  private final List<InputReport> inputs = new ArrayList<>();
  private Optional<String> invalid = Optional.empty();
  private boolean beyondLlvm;

  /**
   * Prints on a terminal.
   *
   * @param imitated the release whose tool is imitated; it is silent about what it drops from
   *     profiles that it can read, and so are we
   */
  MergeMessages(Terminal terminal, ProgressLine progress, Optional<LlvmRelease> imitated) {
    this.terminal = terminal;
    this.progress = progress;
    this.imitated = imitated;
    this.beyondLlvm = imitated.isEmpty();
  }

  @Override
  public boolean inputStarted(String source, MergeProgress done) {
    progress.show(done);
    return true;
  }

  @Override
  public void inputDone(InputReport input) {
    inputs.add(input);
    beyondLlvm |=
        input.format().isPresent()
            && imitated.isPresent()
            && !imitated.get().reads(input.format().get());
  }

  /** Returns what became of the inputs so far. */
  List<InputReport> inputs() {
    return inputs;
  }

  /** Says why inputs cannot be used, which LLVM says after all were read. */
  void tellFailures() {
    inputs.stream().flatMap(input -> input.failure().stream()).forEach(this::tellFailure);
  }

  private void tellFailure(ProfileException failure) {
    progress.clear();
    boolean bare = imitated.isPresent() && Failures.isOfKinds(failure);
    terminal.warning(bare ? Failures.describeKinds(failure) : Failures.describe(failure));
  }

  /** Says what is doubtful about the file that was written. */
  void tellDoubts() {
    invalid.ifPresent(terminal::warning);
  }

  @Override
  public void finding(Finding finding) {
    progress.clear();
    switch (finding.kind()) {
      case COUNT_MISMATCH, VALUE_SITE_COUNT_MISMATCH -> mismatch(finding, true);
      case BITMAP_MISMATCH, COUNTER_OVERFLOW -> mismatch(finding, false);
      // Written as LLVM's tool would, but LLVM's tool would not say what follows.
      case HASH_GENERATION -> terminal.warning(Findings.describe(finding));
      case INVALID_PROF -> invalid = Optional.of(finding.detail());
      default -> {
        boolean loss = finding.kind().category() == FindingKind.Category.LOSS;
        if (loss ? beyondLlvm : Findings.isSaid(finding, imitated.isPresent())) {
          terminal.warning(Findings.describe(finding));
        }
      }
    }
  }

  private void mismatch(Finding finding, boolean hint) {
    boolean first = seen.add(finding.kind());
    if (finding.function().isEmpty()) {
      // Found while sums of threads were joined, where LLVM knows neither file nor function.
      if (first) {
        terminal.warning(words(finding));
      }
      return;
    }
    String function = finding.function().map(name -> name + ": ").orElse("");
    terminal.err().println(finding.source() + ": " + function + words(finding));
    if (hint && first) {
      terminal.err().println(HINT);
    }
  }

  private static String words(Finding finding) {
    return ErrorKind.valueOf(finding.kind().name()).message();
  }
}
