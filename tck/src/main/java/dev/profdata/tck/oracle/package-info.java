/**
 * LLVM's own tools as the oracle of conformance tests.
 *
 * <p>A test that asks for a tool that is not installed is skipped with a reason; with the system
 * property {@code profdata.conformance=required} it fails instead.
 */
@NullMarked
package dev.profdata.tck.oracle;

import org.jspecify.annotations.NullMarked;
