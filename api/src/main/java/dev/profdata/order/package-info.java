/**
 * The order in which the functions of a program should lie in memory, from the temporal traces of a
 * profile, as LLVM's {@code llvm-profdata order} finds it.
 *
 * <p>Each trace is cut into stretches that double in length. A stretch's end is a <em>utility</em>
 * of all functions that ran before it, so functions that start together share many utilities. A
 * balanced partitioning then halves the functions again and again, so that few utilities are spread
 * over both halves; the halves in their sequence are the order. See "Optimizing Function Layout for
 * Mobile Applications", <a href="https://arxiv.org/abs/2211.09285">arXiv:2211.09285</a>.
 *
 * <p>History by release of LLVM: 17 brought it; 18 no longer forgets the last function of a longest
 * trace of 2^n functions; 19 cuts each trace by its own length and leaves out utilities that few or
 * most functions have; 21 sorts what it halves.
 */
@NullMarked
package dev.profdata.order;

import org.jspecify.annotations.NullMarked;
