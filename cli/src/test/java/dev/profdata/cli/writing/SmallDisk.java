package dev.profdata.cli.writing;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file system of a megabyte in memory. */
record SmallDisk(Path folder) implements AutoCloseable {
  static final int BYTES = 1 << 20;

  /** Mounts one, or skips the test where that is not permitted. */
  static SmallDisk mount(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    ChildTool mount =
        run("mount", "-t", "tmpfs", "-o", "size=" + BYTES, "profdata-test", folder.toString());
    return mount.exitCode() == 0
        ? new SmallDisk(folder)
        : abort("no file system can be mounted here: " + mount.output().strip());
  }

  private static ChildTool run(String... command) throws IOException, InterruptedException {
    try {
      return ChildTool.run(List.of(command));
    } catch (IOException e) {
      return new ChildTool(1, e.getMessage());
    }
  }

  /** Leaves so many bytes free. */
  Path fill(long free) throws IOException {
    Path filler = folder.resolve("filler");
    long usable = Files.getFileStore(folder).getUsableSpace();
    return Files.write(filler, new byte[(int) (usable - free)]);
  }

  void makeReadOnly() throws IOException, InterruptedException {
    ChildTool remount = run("mount", "-o", "remount,ro", folder.toString());
    if (remount.exitCode() != 0) {
      abort("the file system cannot be made read-only: " + remount.output().strip());
    }
  }

  @Override
  public void close() throws IOException {
    try {
      run("umount", folder.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
