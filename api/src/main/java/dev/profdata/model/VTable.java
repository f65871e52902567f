package dev.profdata.model;

/**
 * A virtual table of an image, as raw profiles record it.
 *
 * @param nameHash the hash of its name
 * @param address where it stood when the program ran
 * @param size in bytes, unsigned 32 bits
 * @since 0.1
 */
public record VTable(long nameHash, long address, long size) {}
