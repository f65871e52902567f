package dev.profdata.raw;

import dev.profdata.io.ProfileException;
import org.jspecify.annotations.Nullable;

/**
 * The first damaged record of an image; the records before it are whole.
 *
 * @param row the record
 * @param error what is wrong with it
 */
record RawDamage(int row, ProfileException error) {
  /** Returns the one that comes first in the file. */
  static @Nullable RawDamage first(@Nullable RawDamage one, @Nullable RawDamage other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return other.row() < one.row() ? other : one;
  }
}
