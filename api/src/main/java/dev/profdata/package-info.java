/**
 * The doors: reading, merging, writing and converting LLVM instrumentation profiles.
 *
 * <p>{@link dev.profdata.Profiles} has a method for each everyday job; {@link
 * dev.profdata.ProfileMerger} adds profiles up. Formats and the merge engine come from providers
 * ({@link dev.profdata.spi}); {@link dev.profdata.ProfileProviders} finds them.
 */
@NullMarked
package dev.profdata;

import org.jspecify.annotations.NullMarked;
