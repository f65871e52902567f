package dev.profdata.tck.corpus;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/** The files beside these classes. */
final class Resources {
  private Resources() {}

  static InputStream open(String name) throws IOException {
    InputStream stream = Resources.class.getResourceAsStream(name);
    if (stream == null) {
      throw new FileNotFoundException("the corpus lacks " + name);
    }
    return stream;
  }

  static byte[] read(String name) throws IOException {
    try (InputStream stream = open(name)) {
      return stream.readAllBytes();
    }
  }
}
