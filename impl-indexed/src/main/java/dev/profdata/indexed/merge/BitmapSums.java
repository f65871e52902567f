package dev.profdata.indexed.merge;

import dev.profdata.model.ImageCounts;
import java.util.Arrays;

/** The bitmaps of all places; places without one cost nothing but their column. */
final class BitmapSums {
  private byte[] bytes = new byte[0];
  private int used;
  private int[] starts = new int[0];
  private int[] sizes = new int[0];

  void append(int place, ImageCounts counts, int start, int length) {
    if (length == 0) {
      return;
    }
    if (place >= sizes.length) {
      starts = Arrays.copyOf(starts, Growth.of(starts.length, place + 1L));
      sizes = Arrays.copyOf(sizes, starts.length);
    }
    if (length > bytes.length - used) {
      bytes = Arrays.copyOf(bytes, Growth.of(bytes.length, (long) used + length));
    }
    starts[place] = used;
    sizes[place] = length;
    counts.copyBitmap(start, bytes, used, length);
    used += length;
  }

  /** Unites a bitmap with that of a place; tells whether their sizes are equal. */
  boolean merge(int place, ImageCounts counts, int start, int length) {
    if (length != size(place)) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      bytes[starts[place] + i] |= counts.bitmapByte(start + i);
    }
    return true;
  }

  int start(int place) {
    return place < starts.length ? starts[place] : 0;
  }

  int size(int place) {
    return place < sizes.length ? sizes[place] : 0;
  }

  byte[] toArray() {
    return Arrays.copyOf(bytes, used);
  }
}
