package dev.profdata.internal.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaleFilesTest {
  private static final String THIS_MACHINE = TemporaryName.next("target").machine();
  private static final String OTHER_MACHINE = "0badcafe";
  private static final long THIS_PID = ProcessHandle.current().pid();
  private static final long OTHER_PID = 4_000_000_000L;
  private static final Duration LONG_AGO = Duration.ofHours(25);

  @TempDir private Path folder = Path.of("");

  private Path leave(String machine, long pid, Duration age) throws IOException {
    TemporaryName name = new TemporaryName("target", machine, pid, "00c0ffee", "000000000000002a");
    Path file = Files.createFile(folder.resolve(name.toString()));
    return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
  }

  private void replaceTarget() throws IOException {
    try (AtomicFile file = AtomicFile.create(folder.resolve("target"))) {
      file.commit();
    }
  }

  @Test
  void whatNobodyLocksIsRemoved() throws IOException {
    Path stale = leave(THIS_MACHINE, OTHER_PID, Duration.ZERO);
    replaceTarget();
    assertFalse(Files.exists(stale));
  }

  @Test
  void aPidThatIsUsedAgainProtectsNothingOlderThanItsProcess() throws IOException {
    Path stale = leave(THIS_MACHINE, THIS_PID, LONG_AGO);
    replaceTarget();
    assertFalse(Files.exists(stale));
  }

  @Test
  void whatOtherCodeOfThisProcessMayWriteStays() throws IOException {
    Path file = leave(THIS_MACHINE, THIS_PID, Duration.ZERO);
    replaceTarget();
    assertTrue(Files.exists(file));
  }

  @Test
  void ofAnotherMachineOnlyWhatIsADayOldIsRemoved() throws IOException {
    Path file = leave(OTHER_MACHINE, OTHER_PID, Duration.ZERO);
    replaceTarget();
    assertTrue(Files.exists(file));
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(LONG_AGO)));
    replaceTarget();
    assertFalse(Files.exists(file));
  }

  @Test
  void whatLooksAlikeStays() throws IOException {
    String name = leave(THIS_MACHINE, OTHER_PID, LONG_AGO).getFileName() + "";
    Files.delete(folder.resolve(name));
    List<Path> alike =
        Stream.of(
                name + ".bak",
                name.substring(1),
                name.replace("target", "target2"),
                name.replace("00c0ffee", "00c0ffed"),
                ".target.profdata-tmp",
                ".target.1234.5678.profdata-tmp")
            .map(this::touch)
            .toList();
    Path inner = Files.createDirectory(folder.resolve(name));
    replaceTarget();
    Files.delete(inner);
    Files.createSymbolicLink(inner, alike.get(0));
    replaceTarget();
    assertTrue(Files.isSymbolicLink(inner));
    assertEquals(List.of(), alike.stream().filter(Files::notExists).toList());
  }

  private Path touch(String name) {
    try {
      return Files.createFile(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void twoWritersOfOneTargetDoNotDisturbEachOther() throws IOException {
    try (AtomicFile first = AtomicFile.create(folder.resolve("target"));
        AtomicFile second = AtomicFile.create(folder.resolve("target"))) {
      second.stream().write('2');
      second.commit();
      first.stream().write('1');
      first.commit();
    }
    assertEquals("1", Files.readString(folder.resolve("target")));
    assertEquals(1, folder.toFile().list().length);
  }
}
