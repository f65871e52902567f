package dev.profdata.internal.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir private Path folder = Path.of("");
  private Path target = Path.of("");

  @BeforeEach
  void makeTarget() throws IOException {
    target = Files.writeString(folder.resolve("target"), "old");
  }

  private static void write(AtomicFile file) throws IOException {
    file.stream().write("new".getBytes(StandardCharsets.UTF_8));
  }

  private static void replace(Path path) throws IOException {
    try (AtomicFile file = AtomicFile.create(path)) {
      write(file);
      file.commit();
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void theOldFileStaysUntilTheNewOneIsCommitted() throws IOException {
    try (AtomicFile file = AtomicFile.create(target)) {
      write(file);
      assertEquals("old", Files.readString(target));
      assertEquals(2, names().size());
      file.commit();
    }
    assertEquals("new", Files.readString(target));
    assertEquals(List.of("target"), names());
  }

  @Test
  void theFileBehindLinksIsReplacedAndMayBeMissing() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("target"));
    replace(Files.createSymbolicLink(folder.resolve("second"), link));
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("new", Files.readString(target));
    Files.delete(target);
    replace(link);
    assertEquals("new", Files.readString(target));
    assertEquals(List.of("link", "second", "target"), names());
  }

  @Test
  void linksInACircleAreRefused() throws IOException {
    Path circle = folder.resolve("circle");
    Files.createSymbolicLink(circle, circle);
    assertThrows(FileSystemException.class, () -> AtomicFile.create(circle));
  }

  @Test
  void permissionsOfTheOldFileAreKept() throws IOException {
    for (String rights : List.of("rw-------", "rw-rw-rw-", "rwxr-x---")) {
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(rights));
      replace(target);
      assertEquals(rights, PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
    }
  }

  @Test
  void aNewFileHasThePermissionsOfAnyNewFile() throws IOException {
    Path plain = Files.createFile(folder.resolve("plain"));
    replace(folder.resolve("fresh"));
    assertEquals(
        Files.getPosixFilePermissions(plain),
        Files.getPosixFilePermissions(folder.resolve("fresh")));
  }

  @Test
  void namesAsLongAsTheSystemAllowsCanBeWritten() throws IOException {
    for (String letter : List.of("x", "é", "𝄞")) {
      int bytes = letter.getBytes(StandardCharsets.UTF_8).length;
      String name = letter.repeat(255 / bytes);
      TemporaryName temporary = TemporaryName.next(name);
      assertEquals(
          temporary, TemporaryName.parse(name, temporary.toString()).orElseThrow(), letter);
      assertTrue(temporary.toString().getBytes(StandardCharsets.UTF_8).length <= 255, letter);
    }
    replace(folder.resolve("x".repeat(255)));
  }

  @Test
  void anInterruptLeavesTheOldFileAndTheInterrupt() throws IOException {
    try (AtomicFile file = AtomicFile.create(target)) {
      Thread.currentThread().interrupt();
      InterruptedIOException failure =
          assertThrows(InterruptedIOException.class, () -> write(file));
      assertEquals(target + ": interrupted; the old file is as it was", failure.getMessage());
    } finally {
      assertTrue(Thread.interrupted());
    }
    assertEquals("old", Files.readString(target));
    assertEquals(List.of("target"), names());
  }

  @Test
  void anInterruptAtTheEndLeavesTheOldFileToo() throws IOException {
    try (AtomicFile file = AtomicFile.create(target)) {
      write(file);
      Thread.currentThread().interrupt();
      assertThrows(InterruptedIOException.class, file::commit);
    } finally {
      assertTrue(Thread.interrupted());
    }
    assertEquals("old", Files.readString(target));
    assertEquals(List.of("target"), names());
  }

  @Test
  void aFolderThatIsRemovedMeanwhileIsToldOf() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    try (AtomicFile file = AtomicFile.create(inner.resolve("target"))) {
      write(file);
      try (Stream<Path> files = Files.list(inner)) {
        for (Path path : files.toList()) {
          Files.delete(path);
        }
      }
      Files.delete(inner);
      NoSuchFileException failure = assertThrows(NoSuchFileException.class, file::commit);
      assertEquals(inner.resolve("target").toString(), failure.getFile());
      assertTrue(String.valueOf(failure.getReason()).endsWith("meanwhile, write again"));
    }
    assertEquals(List.of("target"), names());
  }

  @Test
  void checkingATargetChangesNothing() throws IOException {
    AtomicFile.check(target);
    AtomicFile.check(folder.resolve("fresh"));
    assertEquals("old", Files.readString(target));
    assertEquals(List.of("target"), names());
  }

  @Test
  void devicesAreWrittenDirectly() throws IOException {
    Path device = Path.of("/dev/null");
    if (Files.exists(device)) {
      replace(device);
      assertTrue(!Files.isRegularFile(device));
    }
  }
}
