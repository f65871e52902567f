package dev.profdata.internal.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Permissions, owner and group of a file that is to be replaced, for the one that replaces it.
 *
 * @param old of the old file; empty if there is none, or no such thing on this system
 */
record Rights(Optional<PosixFileAttributes> old) {
  static Rights of(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    return new Rights(
        view == null || Files.notExists(file)
            ? Optional.empty()
            : Optional.of(view.readAttributes()));
  }

  /** Returns what a file is created with, so that nobody reads it who could not read the old. */
  FileAttribute<?>[] forCreation() {
    return old.map(
            rights ->
                new FileAttribute<?>[] {
                  PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                })
        .orElse(new FileAttribute<?>[0]);
  }

  /** Gives a file the rights of the old one, as far as this process may. */
  void applyTo(Path file) throws IOException {
    if (old.isEmpty()) {
      return;
    }
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    PosixFileAttributes mine = view.readAttributes();
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    permissions.addAll(old.get().permissions());
    if (!mine.owner().equals(old.get().owner())) {
      attempt(() -> view.setOwner(old.get().owner()));
    }
    if (!mine.group().equals(old.get().group())
        && !attempt(() -> view.setGroup(old.get().group()))) {
      closeToGroup(permissions);
    }
    attempt(() -> view.setPermissions(permissions));
  }

  /** The group is another one: it may do what everybody may. */
  private static void closeToGroup(Set<PosixFilePermission> permissions) {
    if (!permissions.contains(PosixFilePermission.OTHERS_READ)) {
      permissions.remove(PosixFilePermission.GROUP_READ);
    }
    if (!permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
      permissions.remove(PosixFilePermission.GROUP_WRITE);
    }
    if (!permissions.contains(PosixFilePermission.OTHERS_EXECUTE)) {
      permissions.remove(PosixFilePermission.GROUP_EXECUTE);
    }
  }

  private static boolean attempt(Change change) {
    try {
      change.make();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** A change that not every user may make and not every file system knows. */
  private interface Change {
    void make() throws IOException;
  }
}
