package dev.profdata.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Where a profile comes from.
 *
 * <p>Sources of paths, buffers and bytes may be opened any number of times and by several threads;
 * a source of a stream can be opened once.
 *
 * @since 0.1
 */
public interface ProfileSource {
  /** Returns the name for messages, for example the path. */
  String name();

  /**
   * Returns how many bytes the source says that it has, for those who show progress.
   *
   * @return empty if it does not know; files of the debug file system say 0
   * @throws IOException if it cannot be asked
   */
  default OptionalLong size() throws IOException {
    return OptionalLong.empty();
  }

  /**
   * Opens the source.
   *
   * @throws IOException if it cannot be opened; a missing file is a {@link
   *     java.nio.file.NoSuchFileException}
   */
  ProfileInput open() throws IOException;

  /**
   * Opens the source unless it is too large. The sources that this interface offers find that out
   * before they allocate memory, or, where the size is not known before, while they read.
   *
   * @throws ProfileTooLargeException if it has more bytes than the limits allow
   * @throws IOException as {@link #open()}
   */
  default ProfileInput open(Limits limits) throws IOException {
    ProfileInput input = open();
    try {
      Sources.check(name(), input.size(), limits);
      return input;
    } catch (ProfileTooLargeException e) {
      input.close();
      throw e;
    }
  }

  /**
   * Returns a file as a source.
   *
   * <p>Files of the debug file system say that they are empty; the size that a file claims is
   * therefore never trusted, it is read to its end.
   */
  static ProfileSource of(Path path) {
    return new Sources.OfPath(path);
  }

  /**
   * Returns a file as a source that is mapped into memory whatever its size, so that only what is
   * looked at is read: the way to ask a large indexed profile for a few functions.
   *
   * <p>The file must keep its size while it is open; if another program cuts it off, the virtual
   * machine reports an {@link InternalError}. Files without a size of their own, such as those of
   * the debug file system, cannot be mapped and are read as by {@link #of(Path)}.
   */
  static ProfileSource mapped(Path path) {
    return new Sources.OfMappedPath(path);
  }

  /** Returns the bytes between position and limit of a buffer as a source, without copying. */
  static ProfileSource of(String name, ByteBuffer buffer) {
    return new Sources.OfBuffer(name, buffer.slice().asReadOnlyBuffer());
  }

  /** Returns bytes as a source, without copying. */
  static ProfileSource of(String name, byte[] bytes) {
    return of(name, ByteBuffer.wrap(bytes));
  }

  /** Returns a stream of unknown length as a source that reads it to its end and closes it. */
  static ProfileSource of(String name, InputStream stream) {
    return new Sources.OfStream(name, stream);
  }
}
