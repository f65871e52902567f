package dev.profdata.cli.writing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full, read-only or gone: the old file stays, and nothing else. */
class BadDiskTest {
  private static final byte[] OLD = {1, 2, 3};
  private static final int FUNCTIONS = 3_000;
  private static final String BOUND_BY_RIGHTS =
      "[ $(id -u) != 0 ] || set -- setpriv --bounding-set=-dac_override,-dac_read_search \"$@\";"
          + " ";

  @TempDir private Path folder = Path.of("");

  /** Returns a profile that takes more than a few pages when it is merged. */
  private Path input() throws IOException {
    StringBuilder text = new StringBuilder(":ir\n");
    for (int i = 0; i < FUNCTIONS; i++) {
      text.append("function").append(i).append("\n1\n1\n").append(i).append("\n\n");
    }
    return Files.writeString(folder.resolve("input.proftext"), text);
  }

  private static ChildTool merge(Path input, Path target) throws Exception {
    return ChildTool.inShell("\"$@\"", "merge", input.toString(), "-o", target.toString());
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).collect(Collectors.toSet());
    }
  }

  @Test
  void onAFullDiskTheOldFileStaysAndNothingElseDoes() throws Exception {
    Path input = input();
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"))) {
      Path target = Files.write(disk.folder().resolve("sum.profdata"), OLD);
      Path filler = disk.fill(16 << 10);
      ChildTool merge = merge(input, target);
      assertEquals(
          new ChildTool(
              1,
              "error: %s: No space left on device: free some space or write elsewhere;"
                      .formatted(target)
                  + " the old file is as it was\n"),
          merge);
      assertArrayEquals(OLD, Files.readAllBytes(target));
      assertEquals(Set.of("sum.profdata", "filler"), names(disk.folder()));
      Files.delete(filler);
      assertEquals(new ChildTool(0, ""), merge(input, target));
      assertTrue(Files.size(target) > OLD.length);
      assertEquals(Set.of("sum.profdata"), names(disk.folder()));
    }
  }

  @Test
  void onAFullDiskANewFileDoesNotAppear() throws Exception {
    Path input = input();
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"))) {
      disk.fill(16 << 10);
      for (String format : List.of("--format=raw:8", "--text", "--partial", "--format=indexed:4")) {
        Path target = disk.folder().resolve("new");
        ChildTool merge =
            ChildTool.inShell("\"$@\"", "merge", format, "-o", target.toString(), input.toString());
        assertEquals(1, merge.exitCode(), format + ": " + merge.output());
        assertTrue(merge.output().contains("/new: No space left on device: free"), merge.output());
        assertEquals(Set.of("filler"), names(disk.folder()), format);
      }
    }
  }

  @Test
  void aReadOnlyDiskIsRefusedBeforeAnythingIsRead() throws Exception {
    Path input = input();
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"))) {
      Path target = Files.write(disk.folder().resolve("sum.profdata"), OLD);
      disk.makeReadOnly();
      for (Path place : List.of(target, disk.folder().resolve("new"))) {
        ChildTool merge = merge(input, place);
        assertEquals(1, merge.exitCode(), merge.output());
        assertTrue(
            merge.output().startsWith("error: " + place + ": Read-only file system: "),
            merge.output());
      }
      assertArrayEquals(OLD, Files.readAllBytes(target));
      assertEquals(Set.of("sum.profdata"), names(disk.folder()));
    }
  }

  @Test
  void whereRightsLackTheOldFileStaysAndTheAdviceFits() throws Exception {
    Path input = input();
    Path out = Files.createDirectory(folder.resolve("out"));
    Path target = Files.write(out.resolve("sum.profdata"), OLD);
    Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assumeBound(out);
      for (Path place : List.of(target, out.resolve("new"))) {
        String end = place.equals(target) ? "; the old file is as it was\n" : "\n";
        String advice = "a new file is made beside it first, so allow writing in " + out + end;
        assertEquals(
            new ChildTool(1, "error: %s: Permission denied: %s".formatted(place, advice)),
            mergeWithoutPrivilege(input, place));
      }
    } finally {
      Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("rwxrwxrwx"));
    }
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("r--r--r--"));
    ChildTool merge = mergeWithoutPrivilege(input, target);
    assertEquals(1, merge.exitCode());
    assertTrue(
        merge.output().contains("Permission denied: change the permissions of the file"),
        merge.output());
    assertArrayEquals(OLD, Files.readAllBytes(target));
    assertEquals(Set.of("sum.profdata"), names(out));
  }

  /** Root's processes give up the privilege to override rights; others have none. */
  private static ChildTool mergeWithoutPrivilege(Path input, Path target) throws Exception {
    return ChildTool.inShell(
        BOUND_BY_RIGHTS + "\"$@\"", "merge", input.toString(), "-o", target.toString());
  }

  private static void assumeBound(Path unwritable) throws Exception {
    ChildTool test =
        ChildTool.run(
            List.of(
                "sh", "-c", BOUND_BY_RIGHTS + "\"$@\"", "sh", "test", "-w", unwritable.toString()));
    assumeTrue(
        test.equals(new ChildTool(1, "")), "rights do not bind here, and setpriv is no help");
  }

  @Test
  void aFolderThatIsRemovedMeanwhileIsSaidSo() throws Exception {
    Path out = Files.createDirectory(folder.resolve("out"));
    Path target = out.resolve("sum.profdata");
    Path pipe = folder.resolve("pipe");
    assertEquals(new ChildTool(0, ""), ChildTool.run(List.of("mkfifo", pipe.toString())));
    // The merge has looked at its target before it opens the pipe, and cannot end before it is fed.
    ChildTool merge =
        ChildTool.inShell(
            "\"$@\" & exec 3>'%s'; rm -r '%s'; cat '%s' >&3; exec 3>&-; wait $!"
                .formatted(pipe, out, input()),
            "merge",
            pipe.toString(),
            "-o",
            target.toString());
    assertEquals(1, merge.exitCode(), merge.output());
    assertTrue(
        merge.output().startsWith("error: " + target + ": No such file or directory: "),
        merge.output());
    assertTrue(Files.notExists(out));
  }
}
