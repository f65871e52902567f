package dev.profdata.raw;

import dev.profdata.io.CorrelationKind;
import dev.profdata.io.Finding;
import dev.profdata.io.Limits;
import dev.profdata.io.ProfileCorrelator;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileSource;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.ProfileVariant;
import dev.profdata.raw.elf.ElfFile;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds functions in a program, whose tables it keeps for further profiles. May be used by several
 * threads.
 */
final class ProgramCorrelator implements ProfileCorrelator {
  private final int pointerBits;
  private final ByteOrder order;
  private final ProgramRows rows;
  private final Map<Shape, FunctionTable> tables = new HashMap<>();

  private ProgramCorrelator(ElfFile elf, ProgramRows rows) {
    this.pointerBits = elf.pointerBytes() * Byte.SIZE;
    this.order = elf.order();
    this.rows = rows;
  }

  /** Reads all that is needed of a program. */
  static ProgramCorrelator open(
      CorrelationKind kind, ProfileSource program, Limits limits, Consumer<Finding> findings)
      throws IOException {
    try (ProfileInput input = program.open(limits)) {
      ElfFile elf = ElfFile.open(input);
      return new ProgramCorrelator(
          elf,
          switch (kind) {
            case BINARY -> BinaryRows.read(input.name(), elf, limits, findings);
            case DEBUG_INFO -> DebugInfoRows.read(input.name(), elf, limits, findings);
          });
    }
  }

  @Override
  public Optional<FunctionTable> functions(Request request) throws IOException {
    boolean fits =
        request.format().pointerBits() == pointerBits && request.format().byteOrder().equals(order);
    return fits ? Optional.of(table(request)) : Optional.empty();
  }

  private synchronized FunctionTable table(Request request) throws IOException {
    Shape shape =
        new Shape(
            request.format().version(),
            request.variant().has(ProfileVariant.BYTE_COVERAGE),
            request.variant().has(ProfileVariant.TEMPORAL));
    FunctionTable known = tables.get(shape);
    if (known == null) {
      known = rows.table(request);
      tables.put(shape, known);
    }
    return known;
  }

  /** What a table depends on. */
  private record Shape(int version, boolean byteCoverage, boolean temporal) {}
}
