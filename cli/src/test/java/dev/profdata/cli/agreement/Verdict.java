package dev.profdata.cli.agreement;

import dev.profdata.cli.ProfdataTool;
import dev.profdata.io.ErrorKind;
import dev.profdata.tck.oracle.LlvmTool;
import dev.profdata.tck.oracle.LlvmTools;
import dev.profdata.tck.oracle.ToolOutput;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a tool made of a file.
 *
 * @param outcome whether it took it
 * @param kind of the error for which it was refused, if that has one of LLVM's sentences
 * @param text what it wrote, a character for each byte
 * @param messages what it said
 */
record Verdict(Outcome outcome, Optional<ErrorKind> kind, String text, String messages) {
  private static final List<String> BOUNDED =
      List.of(
          "timeout",
          "--signal=KILL",
          "10",
          "env",
          "LLVM_DISABLE_SYMBOLIZATION=1",
          "sh",
          "-c",
          "ulimit -v 4000000; exec \"$@\"",
          "sh");
  private static final int SIGNAL = 128;

  /** Whether a tool took a file. */
  enum Outcome {
    ACCEPTED,
    REFUSED,
    /** It was ended by a signal, or used up its memory or ten seconds. */
    CRASHED
  }

  /** Asks LLVM's tool of a release to print a file. */
  static Verdict theirs(int release, Path file, Path output) throws IOException {
    Files.deleteIfExists(output);
    List<String> words = new ArrayList<>(BOUNDED);
    words.addAll(LlvmTools.profdata(release).command());
    ToolOutput run =
        new LlvmTool(words)
            .run(
                file.toAbsolutePath().getRoot(),
                "merge",
                "--text",
                "--num-threads=1",
                file.toString(),
                "-o",
                output.toString());
    boolean crashed = run.exitCode() >= SIGNAL || run.messages().contains("LLVM ERROR:");
    return of(crashed, run.exitCode(), run.messages(), file, output);
  }

  /** Asks ours, by the rules of that release. */
  static Verdict ours(int release, Path file, Path output) throws IOException {
    Files.deleteIfExists(output);
    StringWriter messages = new StringWriter();
    int code =
        new ProfdataTool()
            .run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(messages, true),
                "merge",
                "--text",
                "--llvm=" + release,
                file.toString(),
                "-o",
                output.toString());
    return of(false, code, messages.toString(), file, output);
  }

  private static Verdict of(boolean crashed, int code, String messages, Path file, Path output)
      throws IOException {
    if (crashed) {
      return new Verdict(Outcome.CRASHED, Optional.empty(), "", messages);
    }
    if (code != 0) {
      return new Verdict(Outcome.REFUSED, kind(messages, file), "", messages);
    }
    String text = Files.exists(output) ? Files.readString(output, StandardCharsets.ISO_8859_1) : "";
    return new Verdict(Outcome.ACCEPTED, Optional.empty(), text, messages);
  }

  /** Returns the kind whose sentence stands behind the name of the file. */
  private static Optional<ErrorKind> kind(String messages, Path file) {
    String name = file + ": ";
    return messages
        .lines()
        .filter(line -> line.contains(name))
        .map(line -> line.substring(line.indexOf(name) + name.length()).toLowerCase(Locale.ROOT))
        .flatMap(Verdict::kinds)
        .findFirst();
  }

  private static Stream<ErrorKind> kinds(String reason) {
    return Arrays.stream(ErrorKind.values())
        .filter(kind -> reason.startsWith(kind.message().toLowerCase(Locale.ROOT)))
        .sorted(Comparator.comparing((ErrorKind kind) -> kind.message().length()).reversed());
  }
}
