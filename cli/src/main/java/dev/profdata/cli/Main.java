package dev.profdata.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;

/** Starts the command line in a virtual machine of its own. */
public final class Main {
  private Main() {}

  /** Runs a command and ends the virtual machine with its exit code. */
  public static void main(String... args) {
    PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
    int code;
    try (StandardOutput out = StandardOutput.ofBytes(new FileOutputStream(FileDescriptor.out))) {
      boolean interactive = InteractiveConsole.isPresent();
      code =
          CommandRunner.run(new Terminal(out, err, System.in, System.getenv(), interactive), args);
    }
    err.flush();
    System.exit(code);
  }
}
