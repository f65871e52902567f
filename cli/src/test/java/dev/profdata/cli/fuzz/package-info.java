/** Targets of the fuzzer Jazzer: whatever the bytes, a result or a profile exception. */
@NullMarked
package dev.profdata.cli.fuzz;

import org.jspecify.annotations.NullMarked;
