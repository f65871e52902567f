package dev.profdata.benchmarks;

import dev.profdata.MergeOptions;
import dev.profdata.MergeReport;
import dev.profdata.ProfileMerger;
import dev.profdata.Profiles;
import dev.profdata.format.ProfileFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** Merging files of one build, and of several, into an indexed profile, with one thread. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class MergeBenchmark {
  private static final int FILES = 16;

  /** Merges runs of one build, which is recognised from the second on. */
  @Benchmark
  public MergeReport mergeSameBuild(Fleet fleet, Work work) throws IOException {
    return merge(fleet, work, 1);
  }

  /** Merges runs of several builds in turn. */
  @Benchmark
  public MergeReport mergeMixedBuilds(Fleet fleet, Work work) throws IOException {
    return merge(fleet, work, fleet.builds());
  }

  private static MergeReport merge(Fleet fleet, Work work, int builds) throws IOException {
    try (ProfileMerger merger = Profiles.merger(MergeOptions.DEFAULT.withThreads(1))) {
      for (int file = 0; file < FILES; file++) {
        int build = file % builds;
        merger.add(fleet.file(build), 1);
        work.did(fleet.bytes(build), fleet.functions(build));
      }
      return merger.writeTo(
          OutputStream.nullOutputStream(), ProfileFormat.indexedFor(Fleet.RELEASE));
    }
  }
}
