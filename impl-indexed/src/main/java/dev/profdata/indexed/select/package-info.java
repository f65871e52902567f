/** Which functions of a merged profile are written. */
@NullMarked
package dev.profdata.indexed.select;

import org.jspecify.annotations.NullMarked;
