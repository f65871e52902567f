package dev.profdata.raw;

import dev.profdata.internal.bytes.BoundedReader;
import dev.profdata.internal.bytes.NameBlob;
import dev.profdata.io.Finding;
import dev.profdata.io.FindingKind;
import dev.profdata.io.Limit;
import dev.profdata.io.Limits;
import dev.profdata.io.ProfileCorrelator;
import dev.profdata.io.ProfileSection;
import dev.profdata.io.ProfileSource;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.NameTable;
import dev.profdata.raw.elf.ElfFile;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The function records of a program in sections that are not loaded. Their pointers are addresses,
 * in every version.
 */
final class BinaryRows implements ProgramRows {
  private final String program;
  private final ByteOrder order;
  private final byte[] records;
  private final long recordsAt;
  private final CounterRange range;
  private final NameTable names;
  private final Limits limits;
  private final Consumer<Finding> findings;

  private BinaryRows(
      String program,
      ByteOrder order,
      byte[] records,
      long recordsAt,
      CounterRange range,
      NameTable names,
      Limits limits,
      Consumer<Finding> findings) {
    this.program = program;
    this.order = order;
    this.records = records;
    this.recordsAt = recordsAt;
    this.range = range;
    this.names = names;
    this.limits = limits;
    this.findings = findings;
  }

  static BinaryRows read(String program, ElfFile elf, Limits limits, Consumer<Finding> findings)
      throws IOException {
    CounterRange range = CounterRange.of(elf);
    BoundedReader data = elf.section("__llvm_covdata").content();
    BoundedReader blobs = elf.section("__llvm_covnames").content();
    if (data.remaining() == 0) {
      throw elf.refuse("could not find any profile data metadata in correlated file");
    }
    if (blobs.remaining() == 0) {
      throw elf.refuse("could not find any profile data metadata in object file");
    }
    byte[] records = data.bytes(data.remaining());
    NameTable.Builder names = NameTable.builder();
    blobs.skipZeros();
    NameBlob.readAll(blobs, names, limits);
    return new BinaryRows(
        program, elf.order(), records, data.start(), range, names.build(), limits, findings);
  }

  @Override
  public FunctionTable table(ProfileCorrelator.Request request) throws IOException {
    RawDataLayout layout =
        RawDataLayout.of(request.format().version(), request.format().pointerBits() / Byte.SIZE);
    RawFunctions functions = RawFunctions.ofProgram(wholeRecords(layout.recordBytes()), layout);
    CorrelatedRows rows = new CorrelatedRows(program, request);
    for (int row = 0; row < functions.size; row++) {
      long address = functions.counterPointers[row];
      if (!range.contains(address)) {
        warn(address, (long) row * layout.recordBytes());
      }
      boolean bitmap = functions.bitmapSizes.length > 0;
      rows.add(
          functions.nameHashes[row],
          functions.structuralHashes[row],
          address - range.start(),
          functions.counterCounts[row],
          bitmap ? functions.bitmapPointers[row] - range.bitmaps() : 0,
          bitmap ? functions.bitmapSizes[row] : 0);
    }
    return rows.build(names);
  }

  /** The last record may lack its padding. */
  private BoundedReader wholeRecords(int recordBytes) throws IOException {
    int count = records.length / recordBytes + (records.length % recordBytes == 0 ? 0 : 1);
    limits.check(Limit.FUNCTIONS, count, program, ProfileSection.PROGRAM, recordsAt);
    byte[] whole = Arrays.copyOf(records, Math.multiplyExact(count, recordBytes));
    // The bytes are in memory: there is nothing to close.
    return BoundedReader.of(ProfileSource.of(program, whole).open(), order, ProfileSection.PROGRAM);
  }

  private void warn(long address, long offset) {
    findings.accept(
        Finding.of(
            FindingKind.UNUSABLE_PROBE,
            program,
            "CounterPtr out of range for function: Actual=0x%x Expected=[0x%x, 0x%x) at data offset=0x%x"
                .formatted(address, range.start(), range.end(), offset)));
  }
}
