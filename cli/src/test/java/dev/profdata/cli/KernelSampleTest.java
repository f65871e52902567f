package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.Profiles;
import dev.profdata.io.FindingKind;
import dev.profdata.io.ProfileCollector;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileSource;
import dev.profdata.tck.corpus.KernelSample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Profiles of real kernels: what we make of them is what LLVM's tool made of them. */
class KernelSampleTest {
  private static final String EARLY = "v8r-clang16-w2_early.profraw.gz";
  private static final String SAME_KERNEL = "v8r-clang16-w1.profraw.gz";

  @TempDir private Path folder = Path.of("");

  static List<KernelSample> accepted() throws IOException {
    return KernelSample.all().stream().filter(sample -> !sample.isRefusedByLlvm()).toList();
  }

  private String unpack(KernelSample sample) throws IOException {
    return Files.write(folder.resolve("kernel.profraw"), sample.unpack()).toString();
  }

  private static String digest(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static KernelSample sample(String file) throws IOException {
    return KernelSample.all().stream()
        .filter(sample -> sample.file().equals(file))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void everyOutputEqualsThatOfLlvm(KernelSample sample) throws Exception {
    String raw = unpack(sample);
    String release = "--llvm=" + sample.release();
    assertEquals(sample.raw(), digest(Files.readAllBytes(Path.of(raw))));
    assertEquals(sample.indexed(), digest(ToolRun.of("merge", release, raw).bytes()), "merge");
    assertEquals(
        sample.text(), digest(ToolRun.of("merge", "--text", release, raw).bytes()), "text");
    assertEquals(sample.show(), digest(ToolRun.of("show", release, raw).bytes()), "show");
    assertEquals(
        sample.showAll(),
        digest(
            ToolRun.of(
                    "show",
                    "--all-functions",
                    "--counts",
                    "--ic-targets",
                    "--memop-sizes",
                    release,
                    raw)
                .bytes()),
        "show --all-functions");
  }

  @Test
  void surplusPaddingIsReportedAndCostsNothing() throws IOException {
    Map<String, Long> early = functions(sample(EARLY), FindingKind.SURPLUS_NAME_PADDING);
    assertEquals(functions(sample(SAME_KERNEL), null).keySet(), early.keySet());

    ToolRun run =
        ToolRun.of(
            "merge",
            "--llvm=16",
            unpack(sample(EARLY)),
            "-o",
            folder.resolve("vmlinux.profdata").toString());
    assertEquals(CommandRunner.DONE, run.exitCode(), run.messages());
    assertTrue(run.messages().contains("8 zero bytes too many"), run.messages());
  }

  /** Returns name and structural hash of each record, with its number of counters. */
  private static Map<String, Long> functions(KernelSample sample, @Nullable FindingKind repair)
      throws IOException {
    try (ProfileReader reader = Profiles.open(ProfileSource.of(sample.file(), sample.unpack()))) {
      ProfileCollector collector = new ProfileCollector(reader.format());
      reader.accept(collector);
      assertEquals(
          repair != null,
          collector.findings().stream().anyMatch(finding -> finding.kind() == repair));
      return collector
          .profile()
          .functions()
          .collect(
              Collectors.toMap(
                  function -> function.name() + "/" + function.structuralHash(),
                  function -> (long) function.counterCount(),
                  (first, second) -> first));
    }
  }

  @Test
  void aFileThatSaysItIsEmptyIsReadToItsEnd() throws IOException {
    String raw = unpack(sample(SAME_KERNEL));
    ToolRun direct = ToolRun.of("merge", "--llvm=16", raw);
    ToolRun piped =
        ToolRun.of(Files.readAllBytes(Path.of(raw)), Map.of(), "merge", "--llvm=16", "-");
    assertEquals(
        new String(direct.bytes(), StandardCharsets.ISO_8859_1),
        new String(piped.bytes(), StandardCharsets.ISO_8859_1));
  }
}
