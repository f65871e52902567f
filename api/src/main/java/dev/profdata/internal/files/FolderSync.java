package dev.profdata.internal.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Makes names in a folder last, where the platform can. */
final class FolderSync {
  private FolderSync() {}

  /**
   * Forces a folder to the disk.
   *
   * <p>The file is in its place by now, so an interrupt waits, and a platform that cannot open
   * folders (Windows) is no failure.
   */
  static void force(Path folder) {
    boolean interrupted = Thread.interrupted();
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException | UnsupportedOperationException e) {
      // The file is whole either way; only after a loss of power the old one may be back.
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
