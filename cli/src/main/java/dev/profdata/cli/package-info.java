/**
 * The command line: a thin caller of the library, one class for each command.
 *
 * <p>{@link dev.profdata.cli.Main} and {@link dev.profdata.cli.ProfdataTool} are the doors. A
 * command gets its streams and its environment from a {@link dev.profdata.cli.Terminal}; nothing
 * here writes to {@code System.out} or reads the environment by itself. Options and output of
 * {@code merge}, {@code show} and {@code overlap} follow {@code llvm-profdata}, release by release.
 */
@NullMarked
package dev.profdata.cli;

import org.jspecify.annotations.NullMarked;
