/** Benchmarks of reading and merging; {@code benchmarks/README.md} tells how to run them. */
@NullMarked
package dev.profdata.benchmarks;

import org.jspecify.annotations.NullMarked;
