package dev.profdata.raw.elf;

import dev.profdata.internal.bytes.BoundedReader;

/**
 * A section of a program.
 *
 * @param address where it lies when the program runs, as linked; 0 if it is not loaded
 * @param size of it there, in bytes
 * @param content its bytes, inflated; none if the file has no copy of them
 */
public record ElfSection(long address, long size, BoundedReader content) {}
