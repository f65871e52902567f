package dev.profdata.cli;

import dev.profdata.io.Finding;
import dev.profdata.io.FindingKind;
import java.util.Locale;

/** Findings in words. */
final class Findings {
  private Findings() {}

  /**
   * Tells whether a reader is told of something in a file. LLVM's tools are silent about what they
   * read without trouble; what they would refuse is said even by who imitates them.
   */
  static boolean isSaid(Finding finding, boolean imitates) {
    return switch (finding.kind()) {
      case SHARED_ADDRESS, UNKNOWN_NAME -> !imitates;
      default -> finding.kind().category() != FindingKind.Category.LOSS;
    };
  }

  /** Returns {@code loss}, {@code repair} or {@code warning}. */
  static String word(Finding finding) {
    return finding.kind().category().name().toLowerCase(Locale.ROOT);
  }

  /** Returns what was found, with the file; losses with the word for allowing them. */
  static String describe(Finding finding) {
    String sentence = finding.source() + ": ";
    return finding.kind().category() == FindingKind.Category.LOSS
        ? sentence + "loss: %s [%s]".formatted(withoutSource(finding), finding.kind())
        : sentence + withoutSource(finding);
  }

  /** Returns what was found and where, without the name of the file. */
  static String withoutSource(Finding finding) {
    String function = finding.function().map(name -> name + ": ").orElse("");
    String place =
        finding.offset().isPresent() ? " (at 0x%x)".formatted(finding.offset().getAsLong()) : "";
    return function + finding.detail() + place;
  }
}
