package dev.profdata.internal.bytes;

import dev.profdata.io.ErrorKind;
import dev.profdata.io.Limit;
import dev.profdata.io.Limits;
import dev.profdata.io.MalformedProfileException;
import dev.profdata.model.NameTable;
import dev.profdata.model.ProfileName;
import java.io.IOException;
import java.util.Arrays;

/**
 * Reads blobs of names of which the last is cut off by the end of the file, as far as they go.
 *
 * <p>What a piece of a zlib stream inflates to has no check sum behind it, and its last name may be
 * half a name. So a name of the cut blob counts only if its hash is that of a record.
 */
public final class CutNames {
  private final BoundedReader section;
  private final NameTable.Builder names;
  private final Budget budget;
  private final long[] hashes;

  /**
   * Prepares to read.
   *
   * @param section positioned at the first blob, and ending where the file ends
   * @param names takes the names in order
   * @param limits how many bytes all names together may have
   * @param hashes of the names of records
   */
  public CutNames(BoundedReader section, NameTable.Builder names, Limits limits, long[] hashes) {
    this.section = section;
    this.names = names;
    this.budget = new Budget(section.source(), limits);
    this.hashes = hashes.clone();
    Arrays.sort(this.hashes);
  }

  /** Reads all blobs, the last as far as it goes. */
  public void read() throws IOException {
    while (isWhole()) {
      NameBlob.readNext(section, names, budget);
    }
  }

  /** Tells whether all of the next blob is there; takes its names in if only a part of it is. */
  private boolean isWhole() throws IOException {
    long began = section.position();
    long plainSize;
    long packedSize;
    try {
      plainSize = section.uleb128();
      packedSize = section.uleb128();
    } catch (MalformedProfileException e) {
      if (e.kind() == ErrorKind.TRUNCATED) {
        return false;
      }
      throw e;
    }
    long size = packedSize == 0 ? plainSize : packedSize;
    if (Long.compareUnsigned(size, section.remaining()) <= 0) {
      section.seek(began);
      return true;
    }
    budget.take(Limit.NAME_BYTES, plainSize, section, began);
    byte[] there = section.bytes(section.remaining());
    byte[] joined =
        packedSize == 0 ? there : NameBlob.inflate(section, began, there, plainSize, false);
    addKnown(joined);
    return false;
  }

  private void addKnown(byte[] joined) {
    int start = 0;
    for (int at = 0; at <= joined.length; at++) {
      if (at == joined.length || joined[at] == NameBlob.SEPARATOR) {
        long hash = ProfileName.hash(joined, start, at - start);
        if (at > start && Arrays.binarySearch(hashes, hash) >= 0) {
          names.add(joined, start, at - start, hash);
        }
        start = at + 1;
      }
    }
  }
}
