/** Bad input never harms: limits, small heaps, many threads, several class loaders. */
@NullMarked
package dev.profdata.cli.limits;

import org.jspecify.annotations.NullMarked;
