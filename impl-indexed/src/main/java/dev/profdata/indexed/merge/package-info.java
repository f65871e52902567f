/**
 * The merge engine: adds profiles up by the rules of an LLVM release.
 *
 * <p>Records are known by name hash and structural hash; each has a <em>place</em>, a number in the
 * order in which records were first seen. {@link dev.profdata.indexed.merge.RecordSums} keeps the
 * counters of all places in one flat array, {@code SiteSums} their value sites. The rules stand in
 * {@code docs/merging.md}.
 */
@NullMarked
package dev.profdata.indexed.merge;

import org.jspecify.annotations.NullMarked;
