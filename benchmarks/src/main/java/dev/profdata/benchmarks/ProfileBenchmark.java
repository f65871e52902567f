package dev.profdata.benchmarks;

import dev.profdata.MergeReport;
import dev.profdata.ProfileMerger;
import dev.profdata.Profiles;
import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.WriteOptions;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.ProfileImage;
import dev.profdata.tck.gen.ProfileGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reading one profile, and merging four runs of one program, in each family of formats.
 *
 * <p>The release is one that takes counters of any size from raw profiles.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ProfileBenchmark {
  private static final LlvmRelease RELEASE = LlvmRelease.of(16);
  private static final int RUNS = 4;
  private static final long SEED = 1;

  /** The number of distinct names. */
  @Param({"1000", "30000"})
  public int names;

  /** The format of the inputs, as the command line spells it. */
  @Param({"raw:8", "indexed:9", "text:16"})
  public String format = "";

  private final List<byte[]> runs = new ArrayList<>();

  /** Makes the runs. */
  @Setup
  public void makeRuns() throws IOException {
    ProfileGenerator generator = new ProfileGenerator(SEED, names, RELEASE);
    ProfileFormat target = ProfileFormat.parse(format);
    for (int run = 0; run < RUNS; run++) {
      ProfileImage image = generator.next();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      Profiles.write(
          InstrProfile.of(image), bytes, target, WriteOptions.DEFAULT.allowingAllLosses());
      runs.add(bytes.toByteArray());
    }
  }

  /** Reads one run into memory. */
  @Benchmark
  public InstrProfile read() throws IOException {
    return Profiles.read(ProfileSource.of("run", runs.get(0)));
  }

  /** Merges all runs into an indexed profile. */
  @Benchmark
  public MergeReport merge() throws IOException {
    try (ProfileMerger merger = Profiles.merger()) {
      for (byte[] run : runs) {
        merger.add(ProfileSource.of("run", run), 1);
      }
      return merger.writeTo(OutputStream.nullOutputStream(), ProfileFormat.indexedFor(RELEASE));
    }
  }
}
