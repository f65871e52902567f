package dev.profdata.order;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ReleaseRule;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.TemporalTrace;
import java.util.Arrays;
import java.util.List;

/**
 * The functions of temporal traces in the order in which a linker should lay them out, so that a
 * program starts with few page faults: the order of LLVM's {@code llvm-profdata order}.
 *
 * <pre>{@code
 * InstrProfile profile = Profiles.read(path);
 * FunctionOrder order = FunctionOrder.of(profile.traces().traces(), LlvmRelease.newest());
 * order.functions(profile).forEach(function -> System.out.println(function.symbol()));
 * }</pre>
 *
 * <p>The same traces and release give the same order on every machine: that of LLVM's tool as built
 * for Linux, whose C++ library has a part in it. Weights of traces count for nothing, as in LLVM.
 * Immutable; may be shared between threads.
 *
 * @since 0.1
 */
public final class FunctionOrder {
  private final LlvmRelease release;
  private final long[] nameHashes;

  private FunctionOrder(LlvmRelease release, long[] nameHashes) {
    this.release = release;
    this.nameHashes = nameHashes;
  }

  /**
   * Orders all functions of these traces.
   *
   * @param traces the runs to order for; without any, the order is empty
   * @param release whose order it is to be; 17, 18, 19 and 21 each brought another
   * @throws IllegalArgumentException if {@code release} cannot order functions: all before 17
   */
  public static FunctionOrder of(List<TemporalTrace> traces, LlvmRelease release) {
    if (!release.follows(ReleaseRule.TEMPORAL_TRACES)) {
      throw new IllegalArgumentException(release + " cannot order functions");
    }
    FunctionNode[] nodes = TracedFunctions.nodes(traces, release);
    BalancedPartitioning.order(nodes, release.follows(ReleaseRule.ORDER_SORTED_HALVES));
    long[] nameHashes = Arrays.stream(nodes).mapToLong(FunctionNode::nameHash).toArray();
    return new FunctionOrder(release, nameHashes);
  }

  /** Returns the number of functions. */
  public int size() {
    return nameHashes.length;
  }

  /** Returns the hash of the name of the function at a place, {@code 0 <= place < size()}. */
  public long nameHash(int place) {
    return nameHashes[place];
  }

  /**
   * Returns the functions in order, with their names.
   *
   * @param profile that knows the names, as a rule the one that the traces are from
   */
  public List<OrderedFunction> functions(InstrProfile profile) {
    SymbolNames names = new SymbolNames(profile, release);
    return Arrays.stream(nameHashes).mapToObj(names::find).toList();
  }

  /**
   * Tells how good the order is for runs: the area under the curve of page faults over time, the
   * smaller the better.
   *
   * @param traces the runs, best others than those that were ordered for
   * @return at each step of each trace, how many pages its run has touched so far, summed up; a
   *     page holds 32 functions, and functions that are not in this order count for nothing
   */
  public long pageFaultArea(List<TemporalTrace> traces) {
    PageFaults faults = new PageFaults(nameHashes);
    return traces.stream().mapToLong(faults::area).sum();
  }

  /** Tells the number of functions and the release, for people. */
  @Override
  public String toString() {
    return "order of %d functions, %s".formatted(size(), release);
  }
}
