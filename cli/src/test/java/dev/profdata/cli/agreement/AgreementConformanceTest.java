package dev.profdata.cli.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.tck.damage.DamagedFile;
import dev.profdata.tck.damage.RandomDamage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged files of the corpus: we take what LLVM's tool takes, and refuse what it refuses for the
 * same reason, but for the differences that docs/agreement.md lists.
 *
 * <p>{@code profdata.seed} and {@code profdata.size} choose which damages and how many; number n of
 * a seed is the same whatever the size.
 */
class AgreementConformanceTest {
  private static final long SEED = Long.getLong("profdata.seed", 1);
  private static final int SIZE = Integer.getInteger("profdata.size", 120);

  /** Neighbours in the corpus are alike; a prime takes the few of a short run from all over it. */
  private static final int STEP = 37;

  private static final Pattern ROW = Pattern.compile("^\\| `([A-Z_]+)` \\|", Pattern.MULTILINE);
  private static final String AGREED = "agreed";

  @TempDir private Path folder = Path.of("");

  @Test
  void whatDamageDoesIsWhatItDoesToLlvmsTool() throws IOException {
    List<Victim> victims = Victim.all();
    Map<String, Integer> counts = new TreeMap<>();
    List<String> unexplained = new ArrayList<>();
    for (int number = 0; number < SIZE; number++) {
      Victim victim = victims.get((int) ((long) number * STEP % victims.size()));
      byte[] other = victims.get((int) ((number * 31L + 7) % victims.size())).bytes();
      DamagedFile damaged = new RandomDamage(SEED + number).next(victim.bytes(), other);
      Trial trial = trial(victim, damaged.bytes());
      String name = name(trial);
      counts.merge(name, 1, Integer::sum);
      if (name.isEmpty()) {
        unexplained.add("seed %d, number %d: %s: %s".formatted(SEED, number, damaged, trial));
      }
    }
    System.out.printf("agreement, seed %d: %s%n", SEED, counts);
    assertEquals(List.of(), unexplained);
    assertTrue(counts.get(AGREED) > SIZE / 2, counts::toString);
  }

  private Trial trial(Victim victim, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("damaged"), bytes);
    Path output = folder.resolve("output");
    return new Trial(
        victim,
        new String(bytes, StandardCharsets.ISO_8859_1),
        Verdict.theirs(victim.release(), file, output),
        Verdict.ours(victim.release(), file, output));
  }

  /** Returns what explains a trial, the empty string if nothing does. */
  private static String name(Trial trial) {
    return trial.agrees()
        ? AGREED
        : Arrays.stream(Difference.values())
            .filter(difference -> difference.explains(trial))
            .map(Difference::name)
            .findFirst()
            .orElse("");
  }

  @Test
  void theTableOfTheDocumentHasEachDifference() throws IOException {
    String document = Files.readString(Path.of("..", "docs", "agreement.md"));
    Set<String> rows = new TreeSet<>();
    Matcher row = ROW.matcher(document);
    while (row.find()) {
      rows.add(row.group(1));
    }
    Set<String> names = new TreeSet<>();
    for (Difference difference : Difference.values()) {
      names.add(difference.name());
    }
    assertEquals(names, rows);
  }
}
