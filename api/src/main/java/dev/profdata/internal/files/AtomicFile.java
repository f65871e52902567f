package dev.profdata.internal.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A file that appears whole when it is committed, and not at all if it is closed before.
 *
 * <p>The bytes go to a temporary file in the folder of the target, are forced to the disk, and the
 * file is moved over the target in one step. A target that is no regular file, such as a device or
 * a pipe, and a file that the process has open already ({@code /dev/stdout}) are written directly.
 * Of a link the file is replaced that it points to. The file keeps the permissions of the one that
 * it replaces, and its owner as far as this process may give files away.
 *
 * <p>What fails is told as a {@link java.nio.file.FileSystemException} that names the target, or as
 * an {@link java.io.InterruptedIOException}. Confined to one thread.
 */
public final class AtomicFile implements Closeable {
  private final WriteTarget target;
  private final Optional<TemporaryFile> temporary;
  private final FileChannel channel;
  private final OutputStream stream = new Stream();
  private boolean committed;

  private AtomicFile(WriteTarget target) throws IOException {
    this.target = target;
    if (target.isDirect()) {
      this.temporary = Optional.empty();
      this.channel =
          FileChannel.open(
              target.place(), StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    } else {
      TemporaryFile file = TemporaryFile.create(target);
      this.temporary = Optional.of(file);
      this.channel = file.channel();
    }
  }

  /**
   * Begins to write a file; nothing is seen at the target yet.
   *
   * @throws IOException if the target can be seen to be out of reach
   */
  public static AtomicFile create(Path target) throws IOException {
    WriteTarget resolved = WriteTarget.of(target);
    try {
      return new AtomicFile(resolved);
    } catch (IOException e) {
      throw resolved.explain(e);
    }
  }

  /**
   * Tries whether a file can be created at a target, and leaves everything as it was.
   *
   * @throws IOException as {@link #create}
   */
  public static void check(Path target) throws IOException {
    if (!WriteTarget.of(target).isDirect()) {
      create(target).close();
    }
  }

  /** Returns the stream to write to. */
  public OutputStream stream() {
    return stream;
  }

  /**
   * Makes the file appear at the target.
   *
   * @throws IOException if that cannot be done; the target is then what it was
   */
  public void commit() throws IOException {
    try {
      if (temporary.isPresent()) {
        channel.force(true);
        // Before the channel is closed: with it ends the lock that keeps others from removing it.
        Files.move(
            temporary.get().path(),
            target.place(),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
        committed = true;
        channel.close();
        FolderSync.force(target.folder());
      } else {
        channel.close();
      }
    } catch (IOException e) {
      // What fails after the move takes nothing away: the file is there, whole.
      if (!committed) {
        throw target.explain(e);
      }
    }
  }

  /** Removes the temporary file unless it was committed. */
  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      if (temporary.isPresent()) {
        temporary.get().end(!committed);
      }
    }
  }

  /** Tells of which file something failed, which a channel does not know. */
  private final class Stream extends OutputStream {
    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      ByteBuffer rest = ByteBuffer.wrap(bytes, offset, length);
      try {
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
      } catch (IOException e) {
        throw target.explain(e);
      }
    }
  }
}
