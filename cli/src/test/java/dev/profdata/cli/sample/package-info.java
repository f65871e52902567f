/** A provider of somebody else's, in a jar of its own. */
@NullMarked
package dev.profdata.cli.sample;

import org.jspecify.annotations.NullMarked;
