package dev.profdata.internal.bytes;

import dev.profdata.io.ErrorKind;
import dev.profdata.io.Limit;
import dev.profdata.io.Limits;
import dev.profdata.model.NameTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * A blob of names: ULEB128 uncompressed size, ULEB128 compressed size (0 for plain), then the names
 * joined by byte 1, plain or as a zlib stream. A section of names is a sequence of blobs.
 */
public final class NameBlob {
  static final byte SEPARATOR = 1;
  private static final int PIECE = 1 << 16;

  private NameBlob() {}

  /**
   * Reads blobs to the end of a section.
   *
   * @param section positioned at the first blob
   * @param names takes the names in order
   * @param limits how many bytes all names together may have
   */
  public static void readAll(BoundedReader section, NameTable.Builder names, Limits limits)
      throws IOException {
    Budget budget = new Budget(section.source(), limits);
    while (section.remaining() > 0) {
      readNext(section, names, budget);
    }
  }

  /**
   * Reads a blob and the zeros behind it.
   *
   * @param budget pays for the bytes of the names
   */
  static void readNext(BoundedReader section, NameTable.Builder names, Budget budget)
      throws IOException {
    long began = section.position();
    long plainSize = section.uleb128();
    long packedSize = section.uleb128();
    budget.take(Limit.NAME_BYTES, plainSize, section, began);
    byte[] joined =
        packedSize == 0
            ? section.bytes(plainSize)
            : inflate(section, began, section.bytes(packedSize), plainSize, true);
    split(section, began, joined, names);
    section.skipZeros();
  }

  /**
   * Inflates piece by piece, so that a size that is a lie costs no more memory than the data.
   *
   * @param stated how many bytes that should give
   * @param whole whether the stream must be; of one that is cut off all that can be had is returned
   */
  static byte[] inflate(
      BoundedReader section, long began, byte[] packed, long stated, boolean whole)
      throws IOException {
    int plainSize = (int) Math.min(stated, Integer.MAX_VALUE - Long.BYTES);
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      byte[] plain = new byte[Math.min(plainSize, Math.max(PIECE, packed.length * 4))];
      int size = 0;
      while (!inflater.finished()) {
        if (size == plain.length && size < plainSize) {
          plain = Arrays.copyOf(plain, (int) Math.min(plainSize, plain.length * 2L));
        }
        int got = inflater.inflate(plain, size, plain.length - size);
        size += got;
        if (!whole && (size == plainSize || got == 0 && inflater.needsInput())) {
          break;
        }
        // Without progress there never will be any: the stream is cut off, or wants a dictionary.
        if (got == 0 && !inflater.finished() && (size < plain.length || size == plainSize)) {
          throw section.error(
              ErrorKind.UNCOMPRESS_FAILED,
              began,
              size == plainSize
                  ? "names inflate to more than the %d bytes stated".formatted(plainSize)
                  : "zlib stream of names is cut off or wants a dictionary");
        }
      }
      return size == plain.length ? plain : Arrays.copyOf(plain, size);
    } catch (DataFormatException e) {
      throw section.error(
          ErrorKind.UNCOMPRESS_FAILED, began, "zlib stream of names is damaged: " + e.getMessage());
    } finally {
      inflater.end();
    }
  }

  private static void split(
      BoundedReader section, long began, byte[] joined, NameTable.Builder names)
      throws IOException {
    names.reserveBytes(joined.length);
    int start = 0;
    for (int at = 0; at <= joined.length; at++) {
      if (at == joined.length || joined[at] == SEPARATOR) {
        if (at == start) {
          throw section.error(ErrorKind.MALFORMED, began, "function name is empty");
        }
        names.add(joined, start, at - start);
        start = at + 1;
      }
    }
  }

  /** Returns names joined into one blob, at zlib's best compression or plain; empty for none. */
  public static byte[] of(NameTable names, boolean compressed) throws IOException {
    if (names.size() == 0) {
      return new byte[0];
    }
    byte[] joined = join(names);
    byte[] packed = compressed ? deflate(joined) : new byte[0];
    var blob = new ByteArrayOutputStream();
    ByteSink sink = new ByteSink(blob, ByteOrder.LITTLE_ENDIAN);
    sink.uleb128(joined.length).uleb128(packed.length).bytes(compressed ? packed : joined).flush();
    return blob.toByteArray();
  }

  private static byte[] join(NameTable names) {
    int size = names.size() - 1;
    for (int name = 0; name < names.size(); name++) {
      size = Math.addExact(size, names.length(name));
    }
    byte[] joined = new byte[size];
    int at = 0;
    for (int name = 0; name < names.size(); name++) {
      if (name > 0) {
        joined[at++] = SEPARATOR;
      }
      names.copyName(name, joined, at);
      at += names.length(name);
    }
    return joined;
  }

  private static byte[] deflate(byte[] plain) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      deflater.setInput(plain);
      deflater.finish();
      var packed = new ByteArrayOutputStream();
      byte[] piece = new byte[PIECE];
      while (!deflater.finished()) {
        packed.write(piece, 0, deflater.deflate(piece));
      }
      return packed.toByteArray();
    } finally {
      deflater.end();
    }
  }
}
