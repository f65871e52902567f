/**
 * What a profile consists of, as values: tables of functions, counts, value data, ids, traces.
 *
 * <p>An <em>image</em> is one program or library in a file. Its {@link
 * dev.profdata.model.FunctionTable} (names, hashes, sizes, in columns) is the same for every run of
 * one build; its {@link dev.profdata.model.ImageCounts} are what a run changes. A {@link
 * dev.profdata.model.FunctionRecord} is a view on one row of both.
 *
 * <p>Counters and counts of values are unsigned 64-bit numbers in {@code long}s: compare them with
 * {@link java.lang.Long#compareUnsigned} and print them with {@link
 * java.lang.Long#toUnsignedString(long)}. All types here are immutable and may be shared between
 * threads; where an object lends its content only for the length of a call, its Javadoc says so.
 */
@NullMarked
package dev.profdata.model;

import org.jspecify.annotations.NullMarked;
