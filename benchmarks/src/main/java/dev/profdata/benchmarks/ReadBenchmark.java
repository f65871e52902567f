package dev.profdata.benchmarks;

import dev.profdata.Profiles;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.WriteOptions;
import dev.profdata.model.InstrProfile;
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

/** Reading one profile into memory, and writing one from memory, in each family of formats. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ReadBenchmark {
  /** Reads a profile. */
  @Benchmark
  public InstrProfile read(Fleet fleet, Work work) throws IOException {
    work.did(fleet.bytes(0), fleet.functions(0));
    return Profiles.read(fleet.file(0));
  }

  /** Writes a profile that is in memory. */
  @Benchmark
  public Object write(Fleet fleet, Work work) throws IOException {
    work.did(fleet.bytes(0), fleet.functions(0));
    return Profiles.write(
        InstrProfile.of(fleet.image(0)),
        OutputStream.nullOutputStream(),
        ProfileFormat.parse(fleet.format),
        WriteOptions.DEFAULT.allowingAllLosses());
  }

  /** Reads a profile and writes it in another version of its family. */
  @Benchmark
  public Object convert(Fleet fleet, Work work) throws IOException {
    work.did(fleet.bytes(0), fleet.functions(0));
    ProfileFormat source = ProfileFormat.parse(fleet.format);
    ProfileFormat target =
        switch (source.family()) {
          case RAW -> ProfileFormat.raw(source.version() + 2);
          case INDEXED -> ProfileFormat.indexed(source.version() - 2);
          case TEXT -> ProfileFormat.indexed(ProfileFormat.indexedFor(Fleet.RELEASE).version());
        };
    return Profiles.write(
        Profiles.read(fleet.file(0)),
        OutputStream.nullOutputStream(),
        target,
        WriteOptions.DEFAULT.allowingAllLosses());
  }
}
