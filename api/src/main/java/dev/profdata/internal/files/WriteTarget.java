package dev.profdata.internal.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;

/**
 * Where a file is to appear.
 *
 * @param name as the caller named it
 * @param place the file itself, behind all links; it need not exist
 * @param isDirect whether it is no file that can be replaced
 */
record WriteTarget(Path name, Path place, boolean isDirect) {
  /** As many links as Linux follows. */
  private static final int MOST_LINKS = 40;

  /** What lies here stands for files that the process has open; others write to them as well. */
  private static final List<String> OPEN_FILES = List.of("/proc", "/dev/fd");

  /**
   * Looks what there is.
   *
   * @throws IOException if it is a folder, may not be written, or lies in no folder
   */
  static WriteTarget of(Path name) throws IOException {
    Path place = name.toAbsolutePath();
    boolean open = isOpenFile(place);
    for (int links = 0; Files.isSymbolicLink(place); links++) {
      if (links == MOST_LINKS) {
        throw new FileSystemException(
            name.toString(), null, "Too many levels of symbolic links: write elsewhere");
      }
      place = place.resolveSibling(Files.readSymbolicLink(place));
      open |= isOpenFile(place);
    }
    if (Files.isDirectory(place)) {
      throw new FileSystemException(name.toString(), null, "Is a directory: name a file in it");
    }
    if (open || Files.exists(place) && !Files.isRegularFile(place)) {
      return new WriteTarget(name, open ? name : place, true);
    }
    WriteTarget target = new WriteTarget(name, place, false);
    target.check();
    return target;
  }

  private static boolean isOpenFile(Path place) {
    return OPEN_FILES.stream().anyMatch(place::startsWith);
  }

  private void check() throws IOException {
    if (!Files.isDirectory(folder())) {
      throw new NoSuchFileException(
          name.toString(), null, "No such file or directory: make the folder " + folder());
    }
    if (exists()) {
      // A file that may not be written is not replaced either, although the folder would allow it.
      try (FileChannel channel = FileChannel.open(place, StandardOpenOption.WRITE)) {
        channel.position(0);
      } catch (IOException e) {
        throw WriteFailures.ofFile(this, e);
      }
    }
  }

  boolean exists() {
    return Files.exists(place);
  }

  /** Returns the folder that the file lies in. */
  Path folder() {
    return Objects.requireNonNullElse(place.getParent(), place);
  }

  /** Returns the last part of the place. */
  String fileName() {
    return String.valueOf(place.getFileName());
  }

  /** Returns a failure that names the target and says what can be done. */
  IOException explain(IOException failure) {
    return WriteFailures.ofWriting(this, failure);
  }
}
