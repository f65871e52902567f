package dev.profdata.raw;

import dev.profdata.raw.elf.ElfFile;
import dev.profdata.raw.elf.ElfSection;
import java.io.IOException;
import java.util.Optional;

/**
 * Where the counters and bitmaps of a program lie when it runs.
 *
 * @param start address of the first counter
 * @param end address behind the last, unsigned as {@code start}
 * @param bitmaps address of the bitmap section; 0 if there is none
 */
record CounterRange(long start, long end, long bitmaps) {
  static CounterRange of(ElfFile elf) throws IOException {
    ElfSection counters = elf.section("__llvm_prf_cnts");
    Optional<ElfSection> bits = elf.find("__llvm_prf_bits");
    return new CounterRange(
        counters.address(),
        counters.address() + counters.size(),
        bits.map(ElfSection::address).orElse(0L));
  }

  boolean contains(long address) {
    return Long.compareUnsigned(address, start) >= 0 && Long.compareUnsigned(address, end) < 0;
  }
}
