/** LLVM's own tools as the judge of what is right. */
@NullMarked
package dev.profdata.tck.oracle;

import org.jspecify.annotations.NullMarked;
