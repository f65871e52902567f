/** Damaged files without end, and the judge of what a provider makes of them. */
@NullMarked
package dev.profdata.tck.damage;

import org.jspecify.annotations.NullMarked;
