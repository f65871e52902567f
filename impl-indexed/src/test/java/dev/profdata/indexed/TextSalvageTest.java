package dev.profdata.indexed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.io.ErrorKind;
import dev.profdata.io.Finding;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.io.ReadOptions;
import dev.profdata.io.Salvage;
import dev.profdata.model.FunctionRecord;
import dev.profdata.model.ProfileImage;
import dev.profdata.tck.corpus.Corpus;
import dev.profdata.tck.corpus.CorpusFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of a cut-off text exactly the records are kept that an empty line ends. */
class TextSalvageTest {
  private static final ReadOptions SALVAGING = ReadOptions.DEFAULT.salvaging();

  static List<CorpusFile> files() throws IOException {
    return Corpus.files().stream()
        .filter(file -> file.verdict() == CorpusFile.Verdict.PRINTED)
        .filter(TextSalvageTest::isReadable)
        .toList();
  }

  /** LLVM prints targets without name as empty lines, which nobody can read back. */
  private static boolean isReadable(CorpusFile file) {
    try {
      return !read(file.text(), ReadOptions.DEFAULT).functions.isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  /** What a reader told. */
  private static final class Kept implements ProfileVisitor {
    private final List<Finding> findings = new ArrayList<>();
    private List<FunctionRecord> functions = List.of();
    private Optional<Salvage> salvage = Optional.empty();

    @Override
    public void visitFinding(Finding finding) {
      findings.add(finding);
    }

    @Override
    public void visitSalvage(Salvage told) {
      salvage = Optional.of(told);
    }

    @Override
    public void visitImage(ProfileImage image) {
      functions = image.records();
    }
  }

  private static Kept read(String text, ReadOptions options) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    Kept kept = new Kept();
    try (ProfileReader reader =
        new TextFormatProvider().open(ProfileSource.of("cut", bytes).open(), options)) {
      reader.accept(kept);
    }
    return kept;
  }

  /** Returns where the records of a text end, empty lines included. */
  private static List<Integer> ends(String text) {
    List<Integer> ends = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n", start)) {
      if (text.substring(start, end).contains("# Func Hash:\n")) {
        ends.add(end + 2);
      }
      start = end + 2;
    }
    return ends;
  }

  private static void checkAll(String text) throws IOException {
    List<FunctionRecord> full = read(text, ReadOptions.DEFAULT).functions;
    List<Integer> ends = ends(text);
    assertEquals(full.size(), ends.size());
    for (int length = 1; length < text.length(); length++) {
      String cut = text.substring(0, length);
      String where = "cut to %d: %s".formatted(length, cut);
      int limit = length;
      int whole = (int) ends.stream().filter(end -> end <= limit).count();
      try {
        Kept kept = read(cut, SALVAGING);
        assertEquals(full.subList(0, whole), kept.functions, where);
        String rest = cut.substring(whole == 0 ? 0 : ends.get(whole - 1));
        boolean more = whole == 0 ? rest.contains("# Func Hash:\n") : !rest.isBlank();
        assertEquals(more, kept.salvage.isPresent(), where);
        if (more) {
          assertEquals(length, kept.salvage.get().offset(), where);
          assertEquals(whole, kept.salvage.get().kept(), where);
          assertEquals(List.of(kept.salvage.get().finding()), kept.findings, where);
        }
      } catch (ProfileException e) {
        assertEquals(0, whole, where);
        assertEquals(ErrorKind.TRUNCATED, e.kind(), where);
        assertEquals(OptionalLong.of(length), e.offset(), where);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyPrefixOfATextOfLlvmKeepsTheRecordsThatEndInIt(CorpusFile file) throws IOException {
    checkAll(file.text());
  }

  @Test
  void namesThatBeginLikeNumbersAreNoValues() throws IOException {
    String record = "\n# Func Hash:\n1\n# Num Counters:\n1\n# Counter Values:\n7\n\n";
    checkAll("main" + record + "2nd" + record + "2;x" + record + "9" + "a" + record);
  }

  @Test
  void aRecordThatNothingFollowsIsLeftOut() throws IOException {
    Kept kept = read("foo\n1\n1\n70\nbar\n2\n1\n30\n", SALVAGING);
    assertEquals(1, kept.functions.size());
    assertEquals(
        "cut: file ends at 0x16 in the text: kept 1 function (at 0x16)",
        kept.findings.get(0).toString());
    assertEquals(2, read("foo\n1\n1\n70\nbar\n2\n1\n30\n\n", SALVAGING).functions.size());
    assertEquals(2, read("foo\n1\n1\n70\nbar\n2\n1\n30\n", ReadOptions.DEFAULT).functions.size());
  }

  @Test
  void aDamagedNameTakesNothingFromTheRecordBefore() throws IOException {
    Kept kept = new Kept();
    byte[] damaged = "foo\n1\n1\n70\n\nbar\nx\n1\n30\n".getBytes(StandardCharsets.US_ASCII);
    try (ProfileReader reader =
        new TextFormatProvider()
            .open(ProfileSource.of("damaged", damaged).open(), ReadOptions.DEFAULT)) {
      assertThrows(ProfileException.class, () -> reader.accept(kept));
    }
    assertEquals(1, kept.functions.size());
  }

  @Test
  void aContradictionStaysAnError() {
    ProfileException refusal =
        assertThrows(
            ProfileException.class, () -> read("foo\n1\n1\nx\n\nbar\n2\n1\n30", SALVAGING));
    assertEquals(ErrorKind.MALFORMED, refusal.kind());
    assertTrue(refusal.getMessage().contains("line 4"), refusal::getMessage);
  }
}
