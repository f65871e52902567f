package dev.profdata.tck;

import dev.profdata.io.ProfileSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The same bytes from every kind of source. */
final class SourceKinds {
  private static final int ODD_OFFSET = 3;

  private final byte[] bytes;
  private final Path file;

  private SourceKinds(byte[] bytes, Path file) {
    this.bytes = bytes;
    this.file = file;
  }

  static SourceKinds of(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("profdata-kit", ".profile");
    // A mapped file cannot be deleted everywhere as long as the mapping lives.
    file.toFile().deleteOnExit();
    return new SourceKinds(bytes, Files.write(file, bytes));
  }

  /** A source and what it is. */
  record Kind(String name, ProfileSource source) {}

  List<Kind> all() {
    ByteBuffer shifted = ByteBuffer.allocateDirect(bytes.length + 2 * ODD_OFFSET);
    shifted.position(ODD_OFFSET).put(bytes).limit(shifted.position()).position(ODD_OFFSET);
    return List.of(
        new Kind("file", ProfileSource.of(file)),
        new Kind("mapped file", ProfileSource.mapped(file)),
        new Kind("direct buffer at an odd place", ProfileSource.of(InMemory.SOURCE, shifted)),
        new Kind("stream", ProfileSource.of(InMemory.SOURCE, new ByteArrayInputStream(bytes))));
  }
}
