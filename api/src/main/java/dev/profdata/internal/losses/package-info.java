/**
 * What a target format cannot hold of an image, found the same way for every writer.
 *
 * <p>Exported to the implementation modules of this project only.
 */
@NullMarked
package dev.profdata.internal.losses;

import org.jspecify.annotations.NullMarked;
