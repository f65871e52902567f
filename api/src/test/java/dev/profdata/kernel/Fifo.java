package dev.profdata.kernel;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that say they are empty and can be read once: named pipes, into which a thread writes what
 * the kernel would. A second reader would wait for ever.
 */
final class Fifo {
  private Fifo() {}

  /** Makes a pipe that gives its content to the first reader; skips the test where none can be. */
  static Path serve(Path path, byte[] content) throws IOException, InterruptedException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    assumeTrue(mkfifo(path) == 0, "mkfifo failed");
    Thread server = new Thread(() -> write(path, content), "fifo");
    server.setDaemon(true);
    server.start();
    return path;
  }

  private static int mkfifo(Path path) throws InterruptedException {
    try {
      return new ProcessBuilder("mkfifo", path.toString()).start().waitFor();
    } catch (IOException e) {
      return abort("there is no mkfifo");
    }
  }

  private static void write(Path path, byte[] content) {
    try (OutputStream pipe = Files.newOutputStream(path)) {
      pipe.write(content);
    } catch (IOException e) {
      // The reader went away; the test that reads says so better.
    }
  }
}
