package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.io.CorrelationKind;
import dev.profdata.tck.corpus.CorrelatedSample;
import dev.profdata.tck.corpus.Programs;
import dev.profdata.tck.oracle.LlvmTools;
import dev.profdata.tck.oracle.ToolOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What debug information tells of counters, in the words of LLVM's tool. */
class ShowDebugInfoTest {
  private static final List<String> FORMS =
      List.of("", "--detailed-summary", "--show-format=yaml", "--show-prof-sym-list", "--json");

  @TempDir private Path folder = Path.of("");

  static List<CorrelatedSample> samples() {
    return CorrelatedSample.all().stream()
        .filter(sample -> sample.kind() == CorrelationKind.DEBUG_INFO)
        .filter(sample -> sample.release() < 23)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void samplesAreShownAsByTheTool(CorrelatedSample sample) throws IOException {
    Path program = sample.copyProgram(folder);
    for (String form : FORMS) {
      compare(Math.max(16, sample.release()), program, form);
    }
  }

  /** Functions declared elsewhere than defined, inlined, local to others, without a name. */
  @ParameterizedTest
  @CsvSource({
    "22, -O2 -gdwarf-5 -fprofile-generate",
    "22, -O1 -gdwarf-4 -fprofile-instr-generate",
    "19, -O0 -gdwarf-3 -gz -fprofile-generate"
  })
  void programsAreShownAsByTheTool(int release, String flags) throws IOException {
    Path source = Programs.copy("shapes.cpp", folder);
    List<String> words = new ArrayList<>(List.of(source.toString(), "-o", "program"));
    words.addAll(Cases.words(flags, "-mllvm", "-profile-correlate=debug-info"));
    words.addAll(List.of("-mllvm", "-disable-vp"));
    LlvmTools.clangxx(release).run(folder, words).succeeded();
    compare(release, folder.resolve("program"), "--show-format=yaml");
    compare(
        release,
        folder.resolve("program"),
        "--max-debug-info-correlation-warnings=1 --show-prof-sym-list --detailed-summary");
  }

  private void compare(int release, Path program, String options) {
    List<String> words = new ArrayList<>(List.of("show", "--debug-info=" + program));
    if (!options.isEmpty()) {
      words.addAll(Cases.words(options));
    }
    ToolOutput theirs = LlvmTools.profdata(release).run(folder, words);
    ToolRun ours = ToolRun.of(Cases.with(words, "--llvm=" + release));
    String what = words + ours.messages();
    assertEquals(theirs.exitCode(), ours.exitCode(), what);
    if (release >= 19) {
      assertEquals(theirs.text(), ours.text(), what);
      assertEquals(theirs.messages(), ours.messages());
    } else {
      // Older releases list names in the order of a hash table.
      assertEquals(sorted(theirs.text()), sorted(ours.text()), what);
    }
  }

  private static List<String> sorted(String text) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    Collections.sort(lines);
    return lines;
  }

  @Test
  void aProfileBesidesIsNotLookedAt() throws IOException {
    Path program = samples().get(0).copyProgram(folder);
    ToolRun alone = ToolRun.of("show", "--debug-info=" + program);
    assertTrue(alone.text().matches("Found \\d+ functions\n"), alone.text());
    assertEquals(alone, ToolRun.of("show", "--debug-info", program.toString(), "nowhere"));
  }

  @Test
  void whatCannotBeShownIsSaid() {
    ToolRun nothing = ToolRun.of("show");
    assertEquals(CommandRunner.WRONG_USAGE, nothing.exitCode());
    assertTrue(nothing.messages().contains("unless '--debug-info' is provided"));
    ToolRun missing = ToolRun.of("show", "--debug-info=nowhere");
    assertEquals(CommandRunner.FAILED, missing.exitCode());
    assertTrue(missing.messages().contains("nowhere: No such file or directory"));
    ToolRun symbols = ToolRun.of("show", "--show-prof-sym-list", "nowhere");
    assertEquals(CommandRunner.FAILED, symbols.exitCode());
    assertTrue(symbols.messages().contains("concerns sample profiles"), symbols.messages());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "main, main",
        "values.c, values.c",
        "a/b.c, 'a/b.c'",
        "it's, 'it''s'",
        "-x, '-x'",
        "null, 'null'",
        "1e5, '1e5'",
        "0x1F, '0x1F'",
        "||, ''",
        "| x|, |' x'|",
        "\u00e4\\, |\"\u00e4\\\\\"|"
      })
  void stringsAreQuotedAsByLlvm(String text, String expected) {
    assertEquals(expected, YamlScalar.of(text));
  }
}
