/**
 * Random numbers as LLVM's tools draw them.
 *
 * <p>Exported to the implementation modules of this project only.
 */
@NullMarked
package dev.profdata.internal.random;

import org.jspecify.annotations.NullMarked;
