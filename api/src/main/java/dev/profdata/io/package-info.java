/**
 * How profiles flow: sources, readers, visitors, writers, and what can go wrong.
 *
 * <p>One direction, no way back: a {@link dev.profdata.io.ProfileSource} opens to a {@link
 * dev.profdata.io.ProfileInput}, a {@link dev.profdata.io.ProfileReader} reads it and hands images
 * to a {@link dev.profdata.io.ProfileVisitor}; writers and mergers are visitors. What a file's
 * content makes impossible is a {@link dev.profdata.io.ProfileException}; what was repaired, lost
 * or doubtful on the way is a {@link dev.profdata.io.Finding}.
 */
@NullMarked
package dev.profdata.io;

import org.jspecify.annotations.NullMarked;
