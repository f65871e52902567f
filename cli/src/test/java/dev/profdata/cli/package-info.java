/** Tests of the command line, in this virtual machine and beside LLVM's own tools. */
@NullMarked
package dev.profdata.cli;

import org.jspecify.annotations.NullMarked;
