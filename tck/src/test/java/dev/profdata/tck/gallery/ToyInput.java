package dev.profdata.tck.gallery;

import dev.profdata.io.ErrorKind;
import dev.profdata.io.MalformedProfileException;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileSection;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Big-endian numbers of a file; what goes beyond its end is a profile exception. */
final class ToyInput {
  private final String source;
  private final ByteBuffer bytes;

  ToyInput(ProfileInput input) throws IOException {
    this.source = input.name();
    this.bytes = input.slice(0, Math.toIntExact(input.size()));
  }

  String source() {
    return source;
  }

  int position() {
    return bytes.position();
  }

  int remaining() {
    return bytes.remaining();
  }

  private ByteBuffer next(int length) throws MalformedProfileException {
    if (length > bytes.remaining()) {
      throw error(ErrorKind.TRUNCATED, length + " more bytes expected");
    }
    return bytes;
  }

  int u8() throws MalformedProfileException {
    return next(1).get() & 0xFF;
  }

  int u16() throws MalformedProfileException {
    return next(Short.BYTES).getShort() & 0xFFFF;
  }

  long u64() throws MalformedProfileException {
    return next(Long.BYTES).getLong();
  }

  /** Returns the number of things that follow, of at least so many bytes each. */
  int count(int bytesEach) throws MalformedProfileException {
    long count = next(Integer.BYTES).getInt() & 0xFFFF_FFFFL;
    if (count > bytes.remaining() / bytesEach) {
      throw error(ErrorKind.TRUNCATED, count + " things do not fit the file");
    }
    return (int) count;
  }

  byte[] bytes(int length) throws MalformedProfileException {
    next(length);
    byte[] copy = new byte[length];
    bytes.get(copy);
    return copy;
  }

  MalformedProfileException error(ErrorKind kind, String detail) {
    return new MalformedProfileException(
        kind, source, detail, ProfileSection.DATA, bytes.position());
  }
}
