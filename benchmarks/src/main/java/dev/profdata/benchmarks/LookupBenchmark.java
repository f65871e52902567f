package dev.profdata.benchmarks;

import dev.profdata.Profiles;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.WriteOptions;
import dev.profdata.model.FunctionRecord;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.NameTable;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileName;
import dev.profdata.tck.gen.ProfileGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Asking a file of 100,000 names for one of them, beside reading all of it: a lookup that opens the
 * file anew each time, maps it and touches the pages of one bucket.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LookupBenchmark {
  private static final int NAMES = 100_000;
  private static final long SEED = 1;
  private static final int STRIDE = 7919;

  private Path file = Path.of("");
  private NameTable names = NameTable.EMPTY;
  private int next;

  /** Writes the file. */
  @Setup
  public void writeFile() throws IOException {
    ProfileImage image = new ProfileGenerator(SEED, NAMES, Fleet.RELEASE).next();
    names = image.functions().names();
    file = Files.createTempFile("lookup", ".profdata");
    Profiles.write(
        InstrProfile.of(image),
        file,
        ProfileFormat.indexedFor(Fleet.RELEASE),
        WriteOptions.DEFAULT.allowingAllLosses());
  }

  /** Removes the file. */
  @TearDown
  public void deleteFile() throws IOException {
    Files.delete(file);
  }

  /** Looks one name after the other up, far from the last. */
  @Benchmark
  public List<FunctionRecord> lookup() throws IOException {
    next = (next + STRIDE) % names.size();
    ProfileName name = names.name(next);
    try (ProfileReader reader = Profiles.open(ProfileSource.mapped(file))) {
      return reader.lookup(name);
    }
  }

  /** Reads the whole file, for comparison. */
  @Benchmark
  public InstrProfile readAll() throws IOException {
    return Profiles.read(file);
  }
}
