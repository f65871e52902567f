package dev.profdata.internal.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that appears whole when it is committed, and not at all if it is closed before.
 *
 * <p>The bytes go to a temporary file in the folder of the target, are forced to the disk, and the
 * file is moved over the target in one step. A target that is no regular file, such as a device or
 * a pipe, is written directly. Confined to one thread.
 */
public final class AtomicFile implements Closeable {
  private static final String SUFFIX = ".profdata-tmp";

  private final Path target;
  private final Path written;
  private final FileChannel channel;
  private final OutputStream stream;
  private boolean committed;

  private AtomicFile(Path target, Path written) throws IOException {
    this.target = target;
    this.written = written;
    this.channel =
        isDirect()
            ? FileChannel.open(written, StandardOpenOption.WRITE)
            : FileChannel.open(written, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    this.stream = Channels.newOutputStream(channel);
  }

  /** Begins to write a file; nothing is seen at the target yet. */
  public static AtomicFile create(Path target) throws IOException {
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      if (Files.isDirectory(target)) {
        throw new IOException(target + ": Is a directory");
      }
      return new AtomicFile(target, target);
    }
    Path folder = target.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new NoSuchFileException(target.toString());
    }
    Path place = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
    String name =
        place.getFileName() + "." + ProcessHandle.current().pid() + "." + System.nanoTime();
    return new AtomicFile(place, place.resolveSibling("." + name + SUFFIX));
  }

  private boolean isDirect() {
    return target.equals(written);
  }

  /** Returns the stream to write to. */
  public OutputStream stream() {
    return stream;
  }

  /** Makes the file appear at the target. */
  public void commit() throws IOException {
    if (!isDirect()) {
      channel.force(true);
    }
    channel.close();
    if (!isDirect()) {
      move();
    }
    committed = true;
  }

  private void move() throws IOException {
    try {
      Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Removes the temporary file unless it was committed. */
  @Override
  public void close() throws IOException {
    channel.close();
    if (!committed && !isDirect()) {
      Files.deleteIfExists(written);
    }
  }
}
