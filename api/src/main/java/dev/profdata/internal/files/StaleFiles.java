package dev.profdata.internal.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Removes the temporary files that killed processes left.
 *
 * <p>A file is dead if it has the name of a temporary file of the target, is a regular file, and
 * nobody holds a lock on it. Where locks need not be seen, because it was made below another kernel
 * (another machine, or this one before it was started again) or because there are none, it must
 * also be untouched for a day. Pids alone would not do: each container counts its own.
 *
 * <p>What cannot be removed stays; that is no reason not to write.
 */
final class StaleFiles {
  private static final Duration LONG_UNTOUCHED = Duration.ofDays(1);

  private StaleFiles() {}

  static void removeOf(WriteTarget target) {
    String prefix = TemporaryName.prefix(target.fileName());
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(
            target.folder(), file -> String.valueOf(file.getFileName()).startsWith(prefix))) {
      for (Path file : files) {
        Optional<TemporaryName> name =
            TemporaryName.parse(target.fileName(), String.valueOf(file.getFileName()));
        if (name.isPresent()) {
          removeIfDead(file, name.get());
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // A folder may be writable and yet not be readable.
    }
  }

  private static void removeIfDead(Path file, TemporaryName name) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      Instant touched = attributes.lastModifiedTime().toInstant();
      if (!attributes.isRegularFile() || mayBeOfThisProcess(name, touched)) {
        return;
      }
      boolean old = touched.isBefore(Instant.now().minus(LONG_UNTOUCHED));
      if (old || name.isOfThisMachine()) {
        removeUnlessLocked(file, old);
      }
    } catch (IOException e) {
      // Gone, or not ours to remove.
    }
  }

  /**
   * Tells whether this process may be writing the file: to open and close it would then give its
   * lock away. Other code of this process knows another process number, but has the same pid.
   */
  private static boolean mayBeOfThisProcess(TemporaryName name, Instant touched) {
    if (name.isOfThisProcess()) {
      return true;
    }
    Optional<Instant> started = ProcessHandle.current().info().startInstant();
    return name.hasPidOfThisProcess() && !(started.isPresent() && touched.isBefore(started.get()));
  }

  private static void removeUnlessLocked(Path file, boolean old) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      if (isFree(channel, old)) {
        // Whoever comes between creating and locking a file finds that it is gone.
        Files.deleteIfExists(file);
      }
    }
  }

  /** Locks a file, or believes its age where there are no locks. */
  private static boolean isFree(FileChannel channel, boolean old) {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException | UnsupportedOperationException e) {
      return old;
    }
  }
}
