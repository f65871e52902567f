package dev.profdata.cli.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.format.ProfileFormat;
import dev.profdata.model.InstrProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of up to 8 MiB in a heap of 64 MiB, whole and damaged, and bombs. */
class SmallHeapTest {
  private static final int MOST_BYTES = 8 << 20;
  private static final long HUGE = 1L << 40;

  @TempDir private Path folder = Path.of("");
  private final List<String> files = new ArrayList<>();

  private void add(String name, byte[] file) throws IOException {
    assertTrue(file.length <= MOST_BYTES, name + ": " + file.length);
    files.add(Files.write(folder.resolve(name), file).toString());
  }

  private String runChild() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(SmallHeap.class.getName());
    command.addAll(files);
    Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, child.waitFor(), said);
    return said;
  }

  @Test
  void filesOfEveryFamilyFitASmallHeapWholeAndDamaged() throws Exception {
    InstrProfile many = Programs.profile(20_000, 20, 1);
    InstrProfile large = Programs.profile(2_000, 480, 1);
    add("raw-8", Programs.write(many, ProfileFormat.raw(8)));
    add("raw-8-large", Programs.write(large, ProfileFormat.raw(8)));
    add("raw-1", Programs.write(many, ProfileFormat.raw(1)));
    add("raw-11", Programs.write(many, ProfileFormat.raw(11)));
    add("indexed-3", Programs.write(large, ProfileFormat.indexed(3)));
    add("indexed-14", Programs.write(many, ProfileFormat.indexed(14)));
    add(
        "indexed-14-compressed-names",
        Programs.indexedWithVtableNames(
            Programs.write(large, ProfileFormat.indexed(14)), Programs.bomb(2 << 20, 2 << 20)));
    add("text", Programs.write(many, ProfileFormat.text()));
    add("sum", Programs.partialSum(many));
    String said = runChild();
    assertTrue(said.matches("(?s)\\d{3,} cases, \\d{3,} refused\\s*"), said);
  }

  @Test
  void bombsStopAtTheLimitOfNames() throws Exception {
    byte[] honest = Programs.bomb(1L << 30, 1L << 30);
    byte[] liar = Programs.bomb(1 << 20, 1L << 30);
    byte[] boaster = Programs.bomb(HUGE, 1 << 20);
    byte[] indexed = Programs.write(Programs.profile(10, 2, 1), ProfileFormat.indexed(14));
    for (byte[] bomb : List.of(honest, liar, boaster)) {
      add("raw-bomb-" + files.size(), Programs.rawWithNames(bomb));
      add("indexed-bomb-" + files.size(), Programs.indexedWithVtableNames(indexed, bomb));
    }
    assertEquals("6 cases, 6 refused", runChild().strip());
  }
}
