package dev.profdata.benchmarks;

import dev.profdata.model.NameTable;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Building a table of 100,000 long names: copying, hashing, indexing. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class NamesBenchmark {
  private static final int NAMES = 100_000;
  private static final byte[] NAME =
      "_ZN18generated_workload19subsystem_number_12E12transport_bufferIhLm32EE00000000Ev"
          .getBytes(StandardCharsets.UTF_8);
  private static final int DIGITS_END = NAME.length - 3;

  /** Builds the table. */
  @Benchmark
  public NameTable build() {
    byte[] name = NAME.clone();
    NameTable.Builder names = NameTable.builder();
    for (int i = 0; i < NAMES; i++) {
      for (int at = DIGITS_END, rest = i; rest > 0; at--, rest /= 10) {
        name[at] = (byte) ('0' + rest % 10);
      }
      names.add(name, 0, name.length);
    }
    return names.build();
  }
}
