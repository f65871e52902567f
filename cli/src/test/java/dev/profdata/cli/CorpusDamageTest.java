package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.ProfileProviders;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.ProfileCollector;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ReadOptions;
import dev.profdata.tck.corpus.Corpus;
import dev.profdata.tck.corpus.CorpusFile;
import dev.profdata.tck.damage.DamagedFile;
import dev.profdata.tck.damage.RandomDamage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever becomes of a real file: a profile, or an error that says where. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CorpusDamageTest {
  /** What is said of a file as a whole. */
  private static final Set<ErrorKind> WITHOUT_OFFSET =
      Set.of(ErrorKind.EMPTY_RAW_PROFILE, ErrorKind.UNRECOGNIZED_FORMAT);

  private static final long SEED = Long.getLong("profdata.seed", 1);
  private static final int RANDOM_DAMAGES = 100;

  private final ProfileProviders providers = ProfileProviders.load();

  private void read(byte[] bytes, String change) throws IOException {
    ProfileSource source = ProfileSource.of("damaged", bytes);
    try (ProfileReader reader = providers.open(source, ReadOptions.DEFAULT)) {
      reader.accept(new ProfileCollector(reader.format()));
    } catch (ProfileException e) {
      assertTrue(
          e.offset().isPresent() || WITHOUT_OFFSET.contains(e.kind()),
          () -> change + ": " + e.getMessage());
    } catch (RuntimeException e) {
      throw new AssertionError(change, e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "raw/v1-clang3.5-fe.profraw",
        "raw/v2-rule-64l.profraw",
        "raw/v4-clang9-m32.profraw",
        "raw/v5-clang11-cs.profraw",
        "raw/v7-clang13-m32fe.profraw",
        "raw/v8-clang16-powerpc-ir.profraw",
        "raw/v8-clang17-timeb.profraw",
        "raw/v9-clang18-mcdc.profraw",
        "raw/v10-clang22-vtables.profraw",
        "raw/v11-clang23-plain.profraw",
        "indexed/v1-llvm3.5-fe.profdata",
        "indexed/v3-llvm3.8-fe.profdata",
        "indexed/v9-llvm16-memory.profdata",
        "indexed/v10-llvm17-time.profdata",
        "indexed/v12-llvm21-vtables.profdata",
        "indexed/v14-llvm23-mcdc.profdata"
      })
  void everyPrefixAndEveryChangedByteReadsOrSaysWhere(String place) throws IOException {
    byte[] file = Corpus.file(place).bytes();
    for (int length = 0; length < file.length; length++) {
      read(Arrays.copyOf(file, length), "cut to " + length);
    }
    byte[] changed = file.clone();
    for (int at = 0; at < file.length; at++) {
      for (int value = 0; value < 1 << Byte.SIZE; value++) {
        changed[at] = (byte) value;
        read(changed, "0x%02x at 0x%x".formatted(value, at));
      }
      changed[at] = file[at];
    }
  }

  @Test
  void severalDamagesTogetherReadOrSayWhere() throws IOException {
    List<CorpusFile> files = Corpus.files();
    RandomDamage damage = new RandomDamage(SEED);
    byte[] other = files.get(files.size() - 1).bytes();
    for (CorpusFile file : files) {
      byte[] bytes = file.bytes();
      for (int i = 0; i < RANDOM_DAMAGES; i++) {
        DamagedFile damaged = damage.next(bytes, other);
        read(damaged.bytes(), file + ": " + damaged);
      }
      other = bytes;
    }
  }
}
