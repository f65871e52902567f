package dev.profdata.internal.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * A file beside its target, locked as long as it is written, so that others leave it alone.
 *
 * <p>The system gives the lock back when the process ends, however it ends.
 */
final class TemporaryFile {
  private static final int ATTEMPTS = 100;

  private final Path path;
  private final FileChannel channel;
  private final Thread remover;
  private boolean removesAtExit;

  private TemporaryFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
    this.remover = new Thread(() -> remove(path), "profdata-remover");
  }

  /** Makes a file for a target, and removes what dead processes left of others. */
  static TemporaryFile create(WriteTarget target) throws IOException {
    StaleFiles.removeOf(target);
    Rights rights = Rights.of(target.place());
    for (int i = 0; i < ATTEMPTS; i++) {
      Path path = target.folder().resolve(TemporaryName.next(target.fileName()).toString());
      try {
        FileChannel channel =
            FileChannel.open(
                path,
                Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
                rights.forCreation());
        if (lock(channel, path)) {
          TemporaryFile file = new TemporaryFile(path, channel);
          file.removeAtExit();
          return file.with(rights);
        }
        channel.close();
        remove(path);
      } catch (FileAlreadyExistsException e) {
        // The clock stood still; try the next name.
      }
    }
    throw new FileSystemException(
        target.name().toString(), null, "others keep removing temporary files");
  }

  /** Returns false if somebody took the file for a dead one before it could be locked. */
  private static boolean lock(FileChannel channel, Path path) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null && Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException | UnsupportedOperationException e) {
      if (!channel.isOpen()) {
        remove(path);
        throw e;
      }
      // There are no locks here; nobody touches the file before it is a day old.
      return true;
    }
  }

  private TemporaryFile with(Rights rights) throws IOException {
    try {
      rights.applyTo(path);
      return this;
    } catch (IOException e) {
      channel.close();
      end(true);
      throw e;
    }
  }

  /** Asks for the file to be removed if the user stops the program. */
  private void removeAtExit() {
    try {
      Runtime.getRuntime().addShutdownHook(remover);
      removesAtExit = true;
    } catch (IllegalStateException e) {
      // The program ends already; the next one cleans up.
    }
  }

  Path path() {
    return path;
  }

  FileChannel channel() {
    return channel;
  }

  /** Ends the care for the file, whose channel is closed. */
  void end(boolean removes) throws IOException {
    if (removes) {
      Files.deleteIfExists(path);
    }
    if (removesAtExit) {
      removesAtExit = false;
      try {
        Runtime.getRuntime().removeShutdownHook(remover);
      } catch (IllegalStateException e) {
        // The program ends; there is nothing left to remove.
      }
    }
  }

  private static void remove(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // The next writer tries again.
    }
  }
}
