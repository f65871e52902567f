package dev.profdata;

import dev.profdata.io.ErrorKind;
import dev.profdata.io.MalformedProfileException;
import dev.profdata.io.ProfileException;
import dev.profdata.spi.PartialSum;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What a partial sum says beside the sum itself.
 *
 * @param inputs how many inputs were used for it
 * @param skew from which generations its structural hashes come
 */
record PartialSumNote(long inputs, HashGenerations.Saved skew) {
  /**
   * Reads the note of a sum.
   *
   * @throws ProfileException if it is damaged
   */
  static PartialSumNote of(PartialSum sum, String source) throws ProfileException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(sum.note()))) {
      return new PartialSumNote(in.readLong(), HashGenerations.Saved.readFrom(in));
    } catch (IOException | IllegalArgumentException e) {
      MalformedProfileException error =
          new MalformedProfileException(
              ErrorKind.MALFORMED, source, "the note of the partial sum is damaged: " + e);
      error.initCause(e);
      throw error;
    }
  }

  byte[] toBytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(inputs);
      skew.writeTo(out);
    }
    return bytes.toByteArray();
  }
}
