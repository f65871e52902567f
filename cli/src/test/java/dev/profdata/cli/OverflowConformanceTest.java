package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.Profiles;
import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFormat;
import dev.profdata.format.ReleaseRule;
import dev.profdata.io.WriteOptions;
import dev.profdata.model.ImageBuilder;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.ProfileName;
import dev.profdata.model.ProfileVariant;
import dev.profdata.model.ValueKind;
import dev.profdata.tck.oracle.LlvmTool;
import dev.profdata.tck.oracle.LlvmTools;
import dev.profdata.tck.oracle.ToolOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sums that pass 2^64, of raw, indexed and text inputs: bytes and messages of LLVM's tool. */
class OverflowConformanceTest {
  /** Of two of these most sums stay below 2^64, reach its neighbours, or pass it. */
  private static final long[] COUNTS = {
    0, 1, 2, Long.MAX_VALUE - 1, Long.MAX_VALUE, Long.MIN_VALUE, -6, -5, -4, -3, -2, -1
  };

  private static final List<String> WEIGHTS =
      List.of("1", "2", "9223372036854775807", "18446744073709551613", "18446744073709551615");

  /**
   * Letters stand for files: raw, indexed, text, and raw with counters that newer releases do not
   * believe; capital ones for the same with the counts the other way round. The digit behind is the
   * number of the weight.
   */
  private static final List<String> INPUTS =
      List.of(
          "x0",
          "x4 i0",
          "r0",
          "i0",
          "t0",
          "r1",
          "i1",
          "t1",
          "r3",
          "i2",
          "t4",
          "r0 R0",
          "i0 I0",
          "t0 T0",
          "r4 i0",
          "i0 t0",
          "T2 r0",
          "r1 I2 t3",
          "r0 R0 i0 I0 t0 T0");

  @TempDir private Path folder = Path.of("");

  static Stream<Integer> releases() {
    return Cases.releases();
  }

  /**
   * Each counter, and each value, meets each other one when the reverse is added.
   *
   * @param most the largest counter
   */
  private static InstrProfile profile(ProfileFormat format, boolean reverse, long most) {
    ImageBuilder image = new ImageBuilder(format);
    for (int function = 0; function < COUNTS.length; function++) {
      image.function(ProfileName.of("function" + function), function + 1);
      for (int i = 0; i < COUNTS.length; i++) {
        long count = count(reverse, function, i);
        image.counter(Long.compareUnsigned(count, most) < 0 ? count : most);
      }
      for (ValueKind kind : List.of(ValueKind.INDIRECT_CALL_TARGET, ValueKind.MEMOP_SIZE)) {
        image.site(kind);
        for (int i = 0; i < COUNTS.length; i++) {
          long target = kind.namesTargets() ? ProfileName.of("function" + i).hash() : i;
          image.value(target, count(reverse, function, i));
        }
      }
    }
    ProfileVariant variant = ProfileVariant.NONE.with(ProfileVariant.IR_LEVEL);
    return InstrProfile.of(image.finish().variant(variant).build());
  }

  private static long count(boolean reverse, int function, int i) {
    return COUNTS[reverse ? COUNTS.length - 1 - i : (function + i) % COUNTS.length];
  }

  private void makeInputs(LlvmRelease release) throws IOException {
    ProfileFormat raw = ProfileFormat.raw(release.rawVersion());
    ProfileFormat text = ProfileFormat.textFor(release);
    long credible = release.follows(ReleaseRule.LARGE_COUNTER_INVALID) ? 1L << 56 : -1;
    for (boolean reverse : new boolean[] {false, true}) {
      write("x", reverse, profile(raw, reverse, -1), raw);
      write("r", reverse, profile(raw, reverse, credible), raw);
      write("i", reverse, profile(text, reverse, -1), ProfileFormat.indexedFor(release));
      write("t", reverse, profile(text, reverse, -1), text);
    }
  }

  private void write(String letter, boolean reverse, InstrProfile profile, ProfileFormat format)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file(letter, reverse))) {
      WriteOptions options = WriteOptions.DEFAULT.allowingAllLosses().withExactVersion(true);
      Profiles.write(profile, out, format, options);
    }
  }

  private Path file(String letter, boolean reverse) {
    return folder.resolve(letter + (reverse ? "-reverse" : ""));
  }

  private String input(String word) {
    String letter = word.substring(0, 1).toLowerCase(Locale.ROOT);
    return "--weighted-input=%s,%s"
        .formatted(WEIGHTS.get(word.charAt(1) - '0'), file(letter, !word.startsWith(letter)));
  }

  /** Returns whether LLVM told of an overflow. */
  private boolean compare(int release, List<String> words) throws IOException {
    Path expected = folder.resolve("expected");
    Path actual = folder.resolve("actual");
    Files.deleteIfExists(expected);
    Files.deleteIfExists(actual);
    LlvmTool tool = LlvmTools.profdata(release);
    ToolOutput llvm =
        tool.run(folder, List.of(Cases.with(words, "-o", expected.toString(), "--num-threads=1")));
    ToolRun ours = ToolRun.of(Cases.with(words, "-o", actual.toString(), "--llvm=" + release));
    assertEquals(llvm.messages(), ours.messages(), words::toString);
    assertEquals(llvm.exitCode(), ours.exitCode(), words::toString);
    assertEquals(Files.exists(expected), Files.exists(actual), words::toString);
    if (Files.exists(expected)) {
      assertEquals(-1, Files.mismatch(expected, actual), words::toString);
      List<String> show = List.of("show", "--topn=5", "--detailed-summary", actual.toString());
      assertEquals(
          tool.run(folder, show).text(),
          ToolRun.of(Cases.with(show, "--llvm=" + release)).text(),
          words::toString);
    }
    return llvm.messages().contains("overflow");
  }

  @ParameterizedTest
  @MethodSource("releases")
  void sumsThatPassTheLargestNumberAreThoseOfLlvm(int release) throws IOException {
    makeInputs(LlvmRelease.of(release));
    int overflows = 0;
    for (String line : INPUTS) {
      List<String> inputs = Stream.of(line.split(" ", -1)).map(this::input).toList();
      overflows += compare(release, Cases.words("merge", inputs.toArray(String[]::new))) ? 1 : 0;
    }
    compare(release, Cases.words("merge --text", input("r1"), input("i2"), input("t3")));
    assertTrue(overflows > INPUTS.size() / 3, "the sums are too small");
  }
}
