package dev.profdata.indexed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.profdata.MergeOptions;
import dev.profdata.ProfileMerger;
import dev.profdata.Profiles;
import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFormat;
import dev.profdata.indexed.text.TextProfileWriter;
import dev.profdata.io.ProfileWriter;
import dev.profdata.io.WriteOptions;
import dev.profdata.model.ProfileImage;
import dev.profdata.tck.gen.ProfileGenerator;
import dev.profdata.tck.oracle.LlvmTools;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random text profiles, merged by LLVM's tool and by us: the same bytes.
 *
 * <p>{@code -Dprofdata.seed} and {@code -Dprofdata.size} (merges for each release) make longer
 * runs.
 */
class RandomMergeConformanceTest {
  private static final int DEFAULT_SIZE = 60;

  @TempDir Path folder;

  static Stream<LlvmRelease> releases() {
    return LlvmTools.compared().stream().map(LlvmRelease::of);
  }

  @ParameterizedTest
  @MethodSource("releases")
  void mergesEqualThoseOfLlvm(LlvmRelease release) throws IOException {
    long seed = Long.getLong("profdata.seed", 1);
    for (int run = 0; run < size(); run++) {
      new Comparison(release, seed * 1_000_003 + run).check();
    }
  }

  private static int size() {
    String size = System.getProperty("profdata.size", "");
    return size.isBlank() ? DEFAULT_SIZE : Integer.parseInt(size);
  }

  private record Input(Path path, long weight) {}

  private final class Comparison {
    private final LlvmRelease release;
    private final long seed;
    private final Random random;
    private final List<Input> inputs = new ArrayList<>();

    Comparison(LlvmRelease release, long seed) {
      this.release = release;
      this.seed = seed;
      this.random = new Random(seed);
    }

    void check() throws IOException {
      makeInputs();
      boolean text = random.nextInt(3) == 0;
      boolean sparse = random.nextInt(4) == 0;
      Path expected = folder.resolve("expected");
      int threads = Math.max(1, random.nextInt(5) - 1);
      List<String> arguments = arguments(text, sparse, threads, expected);
      Path actual = folder.resolve("actual");
      ProfileFormat format =
          text ? ProfileFormat.textFor(release) : ProfileFormat.indexedFor(release);
      WriteOptions writing = WriteOptions.DEFAULT.allowingAllLosses().withSparse(sparse);
      try (ProfileMerger merger =
          Profiles.merger(
              MergeOptions.DEFAULT.imitating(true).withWriting(writing).withThreadTree(threads))) {
        inputs.forEach(input -> merger.add(input.path, input.weight));
        merger.writeTo(actual, format);
      }
      String what = "%s, seed %d: %s".formatted(release, seed, arguments);
      for (int attempt = attempts(threads); attempt > 0; attempt--) {
        LlvmTools.profdata(release.major()).run(folder, arguments).succeeded();
        if (attempt > 1 && Files.mismatch(expected, actual) < 0) {
          return;
        }
      }
      if (text) {
        assertEquals(Files.readString(expected), Files.readString(actual), what);
      } else {
        assertArrayEquals(Files.readAllBytes(expected), Files.readAllBytes(actual), what);
      }
    }

    /** Of inputs that share a thread LLVM takes the first one first in most runs, not in all. */
    private int attempts(int threads) {
      return threads > 1 && inputs.size() > threads ? 5 : 1;
    }

    private void makeInputs() throws IOException {
      int names = 1 << random.nextInt(8);
      ProfileGenerator generator = new ProfileGenerator(seed, names, release);
      int count = 1 + random.nextInt(4);
      for (int i = 0; i < count; i++) {
        Path path = folder.resolve("input%d.proftext".formatted(i));
        write(generator.next(), path);
        inputs.add(new Input(path, weight()));
      }
    }

    private long weight() {
      return switch (random.nextInt(8)) {
        case 0 -> 3;
        case 1 -> 1L << 32;
        case 2 -> -1;
        default -> 1;
      };
    }

    private void write(ProfileImage image, Path path) throws IOException {
      try (OutputStream out = Files.newOutputStream(path)) {
        // An empty profile of the front end is no text at all, which no reader recognises.
        out.write("# made by a generator\n".getBytes(StandardCharsets.US_ASCII));
        ProfileWriter writer =
            new TextProfileWriter(
                ProfileFormat.textFor(release), out, WriteOptions.DEFAULT.allowingAllLosses());
        writer.visitImage(image);
        writer.visitEnd();
      }
    }

    private List<String> arguments(boolean text, boolean sparse, int threads, Path output) {
      List<String> arguments =
          new ArrayList<>(List.of("merge", "--num-threads=" + threads, "-o", output.toString()));
      if (text) {
        arguments.add("--text");
      }
      if (sparse) {
        arguments.add("--sparse");
      }
      // Weighted inputs come behind all others, whatever the order of the words.
      inputs.sort((a, b) -> Boolean.compare(a.weight != 1, b.weight != 1));
      for (Input input : inputs) {
        arguments.add(
            input.weight == 1
                ? input.path.toString()
                : "--weighted-input=" + Long.toUnsignedString(input.weight) + "," + input.path);
      }
      return arguments;
    }
  }
}
