/** What the writers of merged profiles have in common: one image, and which of it is written. */
@NullMarked
package dev.profdata.indexed.write;

import org.jspecify.annotations.NullMarked;
