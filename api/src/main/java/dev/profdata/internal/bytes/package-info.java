/**
 * What the formats share below the level of a format: bounded reading, writing in either byte
 * order, blobs of names, blocks of value data, the hash XXH3.
 *
 * <p>Exported to the other modules of this project only.
 */
@NullMarked
package dev.profdata.internal.bytes;

import org.jspecify.annotations.NullMarked;
