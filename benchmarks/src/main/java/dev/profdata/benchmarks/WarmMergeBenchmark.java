package dev.profdata.benchmarks;

import dev.profdata.MergeOptions;
import dev.profdata.MergeReport;
import dev.profdata.ProfileMerger;
import dev.profdata.Profiles;
import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Merging the workloads of {@code workloads/make.sh} in a virtual machine that is warm, beside
 * LLVM's tool, which is started for each merge. Runs only with {@code -p folder=DIR}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class WarmMergeBenchmark {
  /** The parameter that says where the workloads are. */
  static final String FOLDER = "folder";

  private static final int RELEASE = 22;
  private static final MergeOptions LIKE_LLVM =
      MergeOptions.DEFAULT.imitating(true).withReading(ReadOptions.DEFAULT.withoutOrigin());

  /** Where the workloads are. */
  @Param("")
  public String folder = "";

  /** One raw file, twenty indexed ones, or a text. */
  @Param({"a/ir.profraw", "d", "e/a.txt"})
  public String workload = "";

  private List<Path> files = List.of();
  private Path output = Path.of("");

  /** Finds the files. */
  @Setup
  public void find() throws IOException {
    try (Stream<Path> found = Files.walk(Path.of(folder).resolve(workload))) {
      files = found.filter(Files::isRegularFile).sorted().toList();
    }
    output = Files.createTempFile("merged", ".profdata");
  }

  /** Removes what was written last. */
  @TearDown
  public void remove() throws IOException {
    Files.deleteIfExists(output);
  }

  /** Merges with this library. */
  @Benchmark
  public MergeReport profdata() throws IOException {
    try (ProfileMerger merger = Profiles.merger(LIKE_LLVM)) {
      for (Path file : files) {
        merger.add(ProfileSource.of(file), 1);
      }
      return merger.writeTo(output, ProfileFormat.indexedFor(LlvmRelease.of(RELEASE)));
    }
  }

  /** Merges with LLVM's tool, with as many threads as it likes. */
  @Benchmark
  public int llvm() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("llvm-profdata-" + RELEASE, "merge", "-o"));
    command.add(output.toString());
    files.forEach(file -> command.add(file.toString()));
    int code = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (code != 0) {
      throw new IOException(command.get(0) + " ended with " + code);
    }
    return code;
  }
}
