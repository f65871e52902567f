package dev.profdata.cli.limits;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.MergeOptions;
import dev.profdata.ProfileMerger;
import dev.profdata.Profiles;
import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFamily;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ReadOptions;
import dev.profdata.io.WriteOptions;
import dev.profdata.tck.corpus.Corpus;
import dev.profdata.tck.corpus.CorpusFile;
import dev.profdata.tck.damage.DamagedFile;
import dev.profdata.tck.damage.RandomDamage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Damaged files of every version are read, added up with a whole one and written: a file that can
 * be read, or a profile exception.
 *
 * <p>{@code profdata.seed} and {@code profdata.size} choose which damages and how many; number n of
 * a run is the same whatever the size, and a finding names it.
 */
class DamagedMergeTest {
  private static final long SEED = Long.getLong("profdata.seed", 1);
  private static final long SIZE = Long.getLong("profdata.size", 3_000);
  private static final long LONG_RUN_STEP = 50_000;
  private static final List<ProfileFormat> TARGETS = targets();
  private static final MergeOptions LOSSY =
      MergeOptions.DEFAULT.withWriting(WriteOptions.DEFAULT.allowingAllLosses());
  private static final MergeOptions SALVAGING = LOSSY.withReading(ReadOptions.DEFAULT.salvaging());

  private final List<byte[]> files = files();
  private long refused;
  private long longest;
  private long slowest;

  private static List<ProfileFormat> targets() {
    List<ProfileFormat> targets = new ArrayList<>();
    for (LlvmRelease release : LlvmRelease.targets()) {
      targets.add(ProfileFormat.indexedFor(release));
    }
    targets.add(ProfileFormat.text());
    for (int version = 1; version <= LlvmRelease.newest().rawVersion(); version++) {
      targets.add(ProfileFormat.raw(version));
    }
    return targets;
  }

  private static List<byte[]> files() {
    try {
      List<byte[]> files = new ArrayList<>();
      for (CorpusFile file : Corpus.files()) {
        files.add(file.bytes());
        if (file.verdict() == CorpusFile.Verdict.PRINTED) {
          files.add(file.text().getBytes(StandardCharsets.ISO_8859_1));
        }
      }
      return files;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void eachGivesAFileThatCanBeReadOrAProfileException() {
    for (long number = 0; number < SIZE; number++) {
      int file = (int) (number % files.size());
      byte[] whole = files.get((int) ((number + number / files.size()) % files.size()));
      DamagedFile damaged = new RandomDamage(SEED + number).next(files.get(file), whole);
      long began = System.nanoTime();
      try {
        merge(damaged.bytes(), whole, number);
      } catch (IOException | RuntimeException | Error e) {
        throw new AssertionError("seed %d, number %d: %s".formatted(SEED, number, damaged), e);
      }
      long took = System.nanoTime() - began;
      if (took > longest) {
        longest = took;
        slowest = number;
      }
      if ((number + 1) % LONG_RUN_STEP == 0) {
        System.out.printf("%,d damaged files%n", number + 1);
      }
    }
    System.out.printf(
        "seed %d: %d damaged files, %d refused, at most %d ms (number %d)%n",
        SEED, SIZE, refused, TimeUnit.NANOSECONDS.toMillis(longest), slowest);
    assertTrue(refused > 0 && refused < SIZE);
  }

  private void merge(byte[] damaged, byte[] whole, long number) throws IOException {
    ProfileFormat target = TARGETS.get((int) ((number + number / files.size()) % TARGETS.size()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ProfileMerger merger = Profiles.merger(number % 2 == 0 ? LOSSY : SALVAGING)) {
      ProfileSource source = ProfileSource.of("damaged", damaged);
      if (number % 3 == 0) {
        merger.add(ProfileSource.of("whole", whole), 2);
      }
      merger.add(source, 1).add(source, 3).writeTo(out, target);
    } catch (ProfileException refusal) {
      assertFalse(refusal.detail().isBlank());
      refused++;
      return;
    }
    // A text, LLVM's as well as ours, cannot spell a damaged name such as ":".
    if (target.family() == ProfileFamily.INDEXED) {
      Profiles.read(ProfileSource.of("merged", out.toByteArray()));
    }
  }
}
