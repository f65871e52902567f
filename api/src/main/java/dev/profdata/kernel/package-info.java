/**
 * The files that an instrumented Linux kernel shows: finding, clearing and copying them.
 *
 * <p>{@link dev.profdata.kernel.KernelProfiles} is the door. The writers of the various patches, in
 * the order in which they were published:
 *
 * <table>
 * <caption>Files of the debug file system, unless they begin with a slash</caption>
 * <tr><th>patch</th><th>profiles</th><th>cleared by</th></tr>
 * <tr><td>clang PGO, first versions</td><td>{@code pgo/profraw}</td><td>{@code pgo/reset}</td></tr>
 * <tr><td>clang PGO</td><td>{@code pgo/vmlinux.profraw}, with later versions also {@code
 * pgo/MODULE.profraw} while the module is loaded</td><td>{@code pgo/reset}</td></tr>
 * <tr><td>clang PGO for each CPU</td><td>{@code pgo/vmlinux.CPU.profraw}, {@code
 * pgo/MODULE.CPU.profraw}; all CPUs share the counters, each has its own values</td><td>nothing</td>
 * </tr>
 * <tr><td>llvm-cov</td><td>{@code llvm-cov/profraw}</td><td>{@code llvm-cov/reset}</td></tr>
 * <tr><td>distributions' own</td><td>{@code /proc/pgo/vmlinux.profraw}</td><td>{@code
 * /proc/pgo/reset}, where it exists</td></tr>
 * </table>
 *
 * <p>All of these files say that they have no bytes. The content is made when a file is opened, so
 * that each opening sees another state: they are opened once, and read to the end.
 */
@NullMarked
package dev.profdata.kernel;

import org.jspecify.annotations.NullMarked;
