/**
 * Which formats exist, what each can hold, and how each LLVM release behaves.
 *
 * <p>Everything that depends on a version is a row of one of three tables: {@link
 * dev.profdata.format.LlvmRelease} (which versions a release writes), {@link
 * dev.profdata.format.ReleaseRule} (since when a release behaves in some way) and {@link
 * dev.profdata.format.ProfileFeature} (since when a format can hold something). Code elsewhere asks
 * for abilities, never for numbers.
 */
@NullMarked
package dev.profdata.format;

import org.jspecify.annotations.NullMarked;
