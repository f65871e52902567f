/**
 * What the formats share below the level of a format: bounded reading, writing in either byte
 * order, blobs of names, blocks of value data.
 *
 * <p>Exported to the implementation modules of this project only.
 */
@NullMarked
package dev.profdata.internal.bytes;

import org.jspecify.annotations.NullMarked;
