/** The little of the ELF format that is needed to find sections of a program. */
@NullMarked
package dev.profdata.raw.elf;

import org.jspecify.annotations.NullMarked;
