package dev.profdata.benchmarks;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How much an operation of a benchmark did, so that rates can be told. */
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class Work {
  /** Bytes read and written. */
  public long bytes;

  /** Function records read and written. */
  public long functions;

  void did(long bytesDone, long functionsDone) {
    bytes += bytesDone;
    functions += functionsDone;
  }
}
