package dev.profdata.cli;

import dev.profdata.model.ProfileName;
import java.nio.charset.StandardCharsets;

/** A part of a name, looked for byte by byte. */
final class NamePart {
  private final String bytes;

  NamePart(String part) {
    this.bytes = latin1(part.getBytes(StandardCharsets.UTF_8));
  }

  /** Tells whether this part is not empty and stands in a name. */
  boolean isIn(ProfileName name) {
    return !bytes.isEmpty() && latin1(name.bytes()).contains(bytes);
  }

  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
