package dev.profdata.cli;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ReleaseRule;
import dev.profdata.order.OrderedFunction;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The list that {@code order} prints.
 *
 * @param pageFaultArea how the order did in a test, empty if there was none
 */
record OrderText(
    LlvmRelease release, List<OrderedFunction> functions, Optional<Long> pageFaultArea) {
  private static final String MACH_O =
      "# Warning: Mach-O may prefix symbols with \"_\" depending on the linkage and this output does"
          + " not take that into account. Some post-processing may be required before passing to the"
          + " linker via -order_file.";

  /** Copies the list. */
  OrderText {
    functions = List.copyOf(functions);
  }

  /** Returns what LLVM's tool says beside the list, empty if it says it in the list. */
  Optional<String> message() {
    return hasComments() ? Optional.empty() : Optional.of(summary());
  }

  private boolean hasComments() {
    return release.follows(ReleaseRule.ORDER_COMMENTS);
  }

  private String summary() {
    return "# Ordered %d functions".formatted(functions.size());
  }

  void print(Printer printer) throws IOException {
    if (hasComments()) {
      printer.line(summary());
      if (pageFaultArea.isPresent()) {
        // LLVM counts in 32 bits.
        float area = Integer.toUnsignedLong(pageFaultArea.get().intValue());
        printer.text("# Total area under the page fault curve: ").line(CNumbers.exponential(area));
      }
      printer.line(MACH_O);
    }
    for (OrderedFunction function : functions) {
      print(function, printer);
    }
  }

  private static void print(OrderedFunction function, Printer printer) throws IOException {
    if (function.file().isPresent()) {
      printer.text("# ").name(function.file().get()).line("");
    }
    printer.name(function.symbol()).line("");
  }
}
