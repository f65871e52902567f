package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.ConversionReport;
import dev.profdata.Profiles;
import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.FindingKind;
import dev.profdata.io.LossyConversionException;
import dev.profdata.io.WriteOptions;
import dev.profdata.model.MemoryProfile;
import dev.profdata.model.ProfileVariant;
import dev.profdata.tck.corpus.Corpus;
import dev.profdata.tck.oracle.LlvmTools;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Memory-profile records beside the functions of indexed profiles that real tools wrote. */
final class MemoryProfileTest {
  private static final int MEMPROF_OFFSET = 40;
  private static final String OF_16 = "v9-llvm16-memory.profdata";
  private static final String OF_22 = "v13-llvm22-memory.profdata";

  @TempDir private Path folder = Path.of("");

  private Path copy(String name) throws IOException {
    return Files.write(folder.resolve(name), Corpus.file("indexed/" + name).bytes());
  }

  private static MemoryProfile memoryProfile(Path file) throws IOException {
    return Profiles.read(file).images().get(0).memoryProfile().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({OF_16 + ", 16", OF_16 + ", 19", OF_22 + ", 22", OF_22 + ", 23"})
  void recordsAreCarriedWhereTheReleaseReadsThem(String name, int release) throws IOException {
    Path source = copy(name);
    Path target = folder.resolve("out.profdata");
    ConversionReport report =
        Profiles.convert(source, target, ProfileFormat.indexedFor(LlvmRelease.of(release)));
    assertEquals(List.of(), report.losses());
    assertEquals(memoryProfile(source), memoryProfile(target));
    assertTrue(Profiles.read(target).variant().has(ProfileVariant.MEMPROF));
  }

  @ParameterizedTest
  @CsvSource({OF_16 + ", 16", OF_22 + ", 22"})
  void convertedToItsOwnVersionAFileKeepsItsBytes(String name, int release) throws IOException {
    Path target = folder.resolve("out.profdata");
    Profiles.convert(copy(name), target, ProfileFormat.indexedFor(LlvmRelease.of(release)));
    assertArrayEquals(Corpus.file("indexed/" + name).bytes(), Files.readAllBytes(target));
  }

  @ParameterizedTest
  @CsvSource({OF_16 + ", 22", OF_16 + ", 14", OF_22 + ", 16"})
  void whereTheReleaseDoesNotReadThemTheyAreALoss(String name, int release) throws IOException {
    Path source = copy(name);
    Path target = folder.resolve("out.profdata");
    ProfileFormat format = ProfileFormat.indexedFor(LlvmRelease.of(release));
    LossyConversionException refused =
        assertThrows(
            LossyConversionException.class, () -> Profiles.convert(source, target, format));
    assertTrue(refused.losses().stream().anyMatch(loss -> loss.kind() == FindingKind.MEMPROF));
    Profiles.convert(source, target, format, WriteOptions.DEFAULT.allowingAllLosses());
    assertTrue(!Profiles.read(target).variant().has(ProfileVariant.MEMPROF));
  }

  /** LLVM's merge drops the records and leaves an empty section. */
  @ParameterizedTest
  @CsvSource({OF_16 + ", 16", OF_16 + ", 19", OF_22 + ", 22"})
  void aMergeLeavesTheEmptySectionOfLlvm(String name, int release) throws IOException {
    Path source = copy(name);
    LlvmTools.profdata(release)
        .run(folder, "merge", source.toString(), "-o", "expected")
        .succeeded();
    Path actual = folder.resolve("actual");
    ToolRun run =
        ToolRun.of("merge", "--llvm=" + release, source.toString(), "-o", actual.toString());
    assertEquals(0, run.exitCode(), run::messages);
    assertArrayEquals(Files.readAllBytes(folder.resolve("expected")), Files.readAllBytes(actual));
  }

  /** The tool that has the records reads them where they were moved to. */
  @Test
  void movedRecordsAreReadByLlvm() throws IOException {
    Path target = folder.resolve("out.profdata");
    Profiles.convert(copy(OF_16), target, ProfileFormat.indexedFor(LlvmRelease.of(19)));
    LlvmTools.profdata(19).run(folder, "show", "--all-functions", target.toString()).succeeded();
  }

  private static long wordAt(byte[] bytes, int offset) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(offset);
  }

  @Test
  void damagedRecordsAreALossAndNoError() throws IOException {
    byte[] bytes = Corpus.file("indexed/" + OF_16).bytes();
    Path source = copy(OF_16);
    int section = Math.toIntExact(wordAt(bytes, MEMPROF_OFFSET));
    bytes[section + 1] = 0;
    Files.write(source, bytes);
    assertTrue(Profiles.read(source).images().get(0).memoryProfile().isEmpty());
    assertThrows(
        LossyConversionException.class,
        () ->
            Profiles.convert(
                source,
                folder.resolve("out.profdata"),
                ProfileFormat.indexedFor(LlvmRelease.of(16))));
  }
}
