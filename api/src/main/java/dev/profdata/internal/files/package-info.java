/** Writing files whole or not at all. */
@NullMarked
package dev.profdata.internal.files;

import org.jspecify.annotations.NullMarked;
