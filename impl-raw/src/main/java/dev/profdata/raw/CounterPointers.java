package dev.profdata.raw;

import dev.profdata.io.Finding;
import dev.profdata.io.FindingKind;
import java.util.function.Consumer;

/**
 * What counter pointers mean: by the rule of the version, or, in files of kernels whose version
 * number was typed in by hand, by the rule of the compiler that laid the records out.
 */
final class CounterPointers {
  private static final long SMALL = 1L << 31;

  private final SectionRuns runs;
  private final RawFunctions functions;
  private final boolean guessed;
  private final long lowest;

  private CounterPointers(SectionRuns runs, RawFunctions functions, boolean guessed, long lowest) {
    this.runs = runs;
    this.functions = functions;
    this.guessed = guessed;
    this.lowest = lowest;
  }

  static CounterPointers of(
      SectionRuns runs, RawFunctions functions, RawHeader header, Consumer<Finding> findings) {
    if (!areRelativeUnderAnAbsoluteVersion(runs, functions)) {
      return new CounterPointers(runs, functions, false, 0);
    }
    findings.accept(
        Finding.at(
            FindingKind.RELATIVE_COUNTERS,
            runs.section().source(),
            header.start(),
            "counter pointers are relative although version %d means addresses: guessed where the"
                    .formatted(header.version())
                + " counters start"));
    long lowest = Long.MAX_VALUE;
    for (int row = 0; row < functions.size; row++) {
      lowest = Math.min(lowest, distance(runs, functions, row));
    }
    return new CounterPointers(runs, functions, true, lowest);
  }

  private static boolean areRelativeUnderAnAbsoluteVersion(
      SectionRuns runs, RawFunctions functions) {
    if (runs.layout().relativePointers() || functions.size == 0) {
      return false;
    }
    long first = runs.offset(0, functions.counterPointers[0]);
    if (first >= 0 && first < runs.bytes()
        || Math.abs(runs.encoding().signed(runs.delta())) < SMALL) {
      return false;
    }
    for (int row = 0; row < functions.size; row++) {
      if (Math.abs(runs.encoding().signed(functions.counterPointers[row])) >= SMALL) {
        return false;
      }
    }
    return true;
  }

  /** Returns how far the counters of a row are from the first record. */
  private static long distance(SectionRuns runs, RawFunctions functions, int row) {
    return runs.encoding().signed(functions.counterPointers[row])
        + (long) row * runs.layout().recordBytes();
  }

  /** Returns the offset of the counters of a row in the section, in bytes, signed. */
  long offset(int row) {
    return guessed
        ? distance(runs, functions, row) - lowest
        : runs.offset(row, functions.counterPointers[row]);
  }
}
