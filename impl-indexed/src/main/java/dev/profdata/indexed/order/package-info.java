/**
 * The orders in which LLVM's containers hand names and records out, which decide the order of bytes
 * in a file: {@code StringMap} for names, {@code SmallDenseMap} for the records of a name.
 */
@NullMarked
package dev.profdata.indexed.order;

import org.jspecify.annotations.NullMarked;
