/**
 * Writing files whole or not at all.
 *
 * <p>A file is written beside its target under a name of its own ({@link
 * dev.profdata.internal.files.TemporaryName}) and then moved over it. Whoever writes to the same
 * target next removes what killed processes left ({@link dev.profdata.internal.files.StaleFiles}).
 */
@NullMarked
package dev.profdata.internal.files;

import org.jspecify.annotations.NullMarked;
