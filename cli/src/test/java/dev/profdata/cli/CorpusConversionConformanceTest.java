package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.profdata.ConversionReport;
import dev.profdata.Profiles;
import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.WriteOptions;
import dev.profdata.model.ValueKind;
import dev.profdata.tck.corpus.Corpus;
import dev.profdata.tck.corpus.CorpusFile;
import dev.profdata.tck.oracle.LlvmTool;
import dev.profdata.tck.oracle.LlvmTools;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real files of every version, turned into the one raw version that a release reads, are accepted
 * by its tool.
 */
class CorpusConversionConformanceTest {
  private static final int LOSES_FOREIGN_TARGETS_UP_TO = 17;

  @TempDir private Path folder = Path.of("");

  static Stream<Integer> releases() {
    return Cases.releases();
  }

  private static List<CorpusFile> filesFor(LlvmRelease release) throws IOException {
    List<CorpusFile> files = new ArrayList<>();
    for (CorpusFile file : Corpus.raw()) {
      boolean readable = !file.isCorrelated();
      boolean converted = file.format().version() != release.rawVersion();
      if (readable && converted && !losesTargets(release, file)) {
        files.add(file);
      }
    }
    return files;
  }

  /** In files of the other byte order, older tools take every call target for an unknown one. */
  private static boolean losesTargets(LlvmRelease release, CorpusFile file) throws IOException {
    return release.major() <= LOSES_FOREIGN_TARGETS_UP_TO
        && file.format().byteOrder().equals(ByteOrder.BIG_ENDIAN)
        && Profiles.read(ProfileSource.of(file.file(), file.bytes()))
            .functions()
            .anyMatch(f -> !f.valueSites(ValueKind.INDIRECT_CALL_TARGET).isEmpty());
  }

  /**
   * The tool prints of the converted file what we print of it, which is what we print of the
   * original unless something had to be lost.
   */
  @ParameterizedTest
  @MethodSource("releases")
  void filesOfOtherVersionsPrintTheSame(int major) throws IOException {
    LlvmRelease release = LlvmRelease.of(major);
    LlvmTool tool = LlvmTools.profdata(major);
    assertAll(
        filesFor(release).stream().map(file -> (Executable) () -> compare(file, release, tool)));
  }

  private void compare(CorpusFile file, LlvmRelease release, LlvmTool tool) throws IOException {
    Path original = Files.write(folder.resolve("original.profraw"), file.bytes());
    Path converted = folder.resolve("converted.profraw");
    ProfileFormat format =
        ProfileFormat.rawFor(release)
            .withPointerBits(file.format().pointerBits())
            .withByteOrder(file.format().byteOrder());
    ConversionReport report =
        Profiles.convert(original, converted, format, WriteOptions.DEFAULT.allowingAllLosses());
    String theirs = text(tool, converted);
    assertEquals(text(release, converted), theirs, () -> release + ", " + file);
    if (report.losses().isEmpty()) {
      assertEquals(text(release, original), theirs, () -> release + ", " + file);
    }
  }

  private String text(LlvmTool tool, Path profile) {
    return tool.run(folder, "merge", "--text", profile.toString(), "-o", "-").succeeded().text();
  }

  private static String text(LlvmRelease release, Path profile) {
    return ToolRun.of("merge", "--text", "--llvm=" + release.major(), profile.toString()).text();
  }
}
