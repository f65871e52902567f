/** Real profiles, and programs to make more of them with. */
@NullMarked
package dev.profdata.tck.corpus;

import org.jspecify.annotations.NullMarked;
