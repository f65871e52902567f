package dev.profdata;

import dev.profdata.io.ReadOptions;
import dev.profdata.io.RecordPolicies;
import dev.profdata.io.WriteOptions;
import dev.profdata.model.BinaryId;
import dev.profdata.spi.MergeSettings;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a merge treats its inputs and its output. Immutable: start with {@link #DEFAULT}.
 *
 * @since 0.1
 */
public final class MergeOptions {
  /** Fails at the first unusable input, refuses losses, listens to nothing. */
  public static final MergeOptions DEFAULT = new MergeOptions();

  private FailureMode failureMode = FailureMode.ANY;
  private ReadOptions reading = ReadOptions.DEFAULT.withoutOrigin();
  private WriteOptions writing = WriteOptions.DEFAULT;
  private boolean imitates;
  private int traceReservoir = MergeSettings.DEFAULT_RESERVOIR;
  private int maxTraceLength = MergeSettings.DEFAULT_TRACE_LENGTH;
  private int threads = Runtime.getRuntime().availableProcessors();
  private int threadTree = 1;
  private @Nullable NameRemapping remapping;
  private RecordPolicies policies = RecordPolicies.DEFAULT;
  private Set<BinaryId> binaryIds = Set.of();
  private MergeExpectations expectations = MergeExpectations.NONE;
  private MergeListener listener = MergeListener.SILENT;

  private MergeOptions() {}

  /** Copies options, for a change before anybody else sees the copy. */
  private MergeOptions(MergeOptions other) {
    this.failureMode = other.failureMode;
    this.reading = other.reading;
    this.writing = other.writing;
    this.imitates = other.imitates;
    this.traceReservoir = other.traceReservoir;
    this.maxTraceLength = other.maxTraceLength;
    this.threads = other.threads;
    this.threadTree = other.threadTree;
    this.remapping = other.remapping;
    this.policies = other.policies;
    this.binaryIds = other.binaryIds;
    this.expectations = other.expectations;
    this.listener = other.listener;
  }

  /** Returns when inputs that cannot be used make the merge fail. */
  public FailureMode failureMode() {
    return failureMode;
  }

  /** Returns these options with another failure mode. */
  public MergeOptions withFailureMode(FailureMode mode) {
    MergeOptions changed = new MergeOptions(this);
    changed.failureMode = mode;
    return changed;
  }

  /** Returns the limits for reading. */
  public ReadOptions reading() {
    return reading;
  }

  /** Returns these options with other limits for reading. */
  public MergeOptions withReading(ReadOptions options) {
    MergeOptions changed = new MergeOptions(this);
    changed.reading = options;
    return changed;
  }

  /** Returns what the output leaves out, and which losses are allowed. */
  public WriteOptions writing() {
    return writing;
  }

  /** Returns these options with other rules for writing. */
  public MergeOptions withWriting(WriteOptions options) {
    MergeOptions changed = new MergeOptions(this);
    changed.writing = options;
    return changed;
  }

  /** Tells whether LLVM's own slips are followed where they are known. */
  public boolean imitates() {
    return imitates;
  }

  /** Returns these options, following LLVM's own slips or not. */
  public MergeOptions imitating(boolean value) {
    MergeOptions changed = new MergeOptions(this);
    changed.imitates = value;
    return changed;
  }

  /** Returns how many temporal traces are kept at the most. */
  public int traceReservoir() {
    return traceReservoir;
  }

  /** Returns how many functions of a temporal trace are kept at the most. */
  public int maxTraceLength() {
    return maxTraceLength;
  }

  /** Returns these options with other limits for temporal traces. */
  public MergeOptions withTraces(int reservoir, int maxLength) {
    MergeOptions changed = new MergeOptions(this);
    changed.traceReservoir = reservoir;
    changed.maxTraceLength = maxLength;
    return changed;
  }

  /** Returns how many threads read inputs. */
  public int threads() {
    return threads;
  }

  /**
   * Returns these options with another number of threads that read inputs ahead; the sum does not
   * depend on it.
   *
   * <p>Whatever their number, large profiles are also worked on by the common pool of {@link
   * java.util.concurrent.ForkJoinPool}: names are hashed, records of files of one build added up,
   * names sorted and items written there.
   *
   * @param count at least 1; with 1 nothing is read ahead of its turn
   */
  public MergeOptions withThreads(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("at least one thread must read, not " + count);
    }
    MergeOptions changed = new MergeOptions(this);
    changed.threads = count;
    return changed;
  }

  /** Returns how many sums of LLVM's threads are made and then added up. */
  public int threadTree() {
    return threadTree;
  }

  /**
   * Returns these options, adding inputs up in the order in which LLVM's tool does with so many
   * threads: in as many sums, which are then added to one another ({@code docs/merging.md},
   * "Threads"). The sum differs from that of one thread in orders and in the weights of new values;
   * it does not depend on {@link #threads}.
   *
   * @param sums at least 1, which is the plain order
   */
  public MergeOptions withThreadTree(int sums) {
    if (sums < 1) {
      throw new IllegalArgumentException("there is at least one sum, not " + sums);
    }
    MergeOptions changed = new MergeOptions(this);
    changed.threadTree = sums;
    return changed;
  }

  /** Returns other names for functions of the inputs. */
  public Optional<NameRemapping> remapping() {
    return Optional.ofNullable(remapping);
  }

  /** Returns these options, giving functions of the inputs other names before they are added up. */
  public MergeOptions withRemapping(NameRemapping names) {
    MergeOptions changed = new MergeOptions(this);
    changed.remapping = names;
    return changed;
  }

  /** Returns what is done with single records that do not fit or cannot be right. */
  public RecordPolicies policies() {
    return policies;
  }

  /** Returns these options with other policies for single records. */
  public MergeOptions withPolicies(RecordPolicies others) {
    MergeOptions changed = new MergeOptions(this);
    changed.policies = others;
    return changed;
  }

  /** Returns the ids of the binaries whose images are merged; none means all. */
  public Set<BinaryId> binaryIds() {
    return binaryIds;
  }

  /**
   * Returns these options, merging only images of some binaries.
   *
   * <p>A raw file has an image for each program and library, which are taken or left one by one; an
   * indexed file is taken whole if it has one of the ids. What has no id is left out. Partial sums
   * are taken whole.
   *
   * @param ids of the binaries; none means all
   */
  public MergeOptions withBinaryIds(Set<BinaryId> ids) {
    MergeOptions changed = new MergeOptions(this);
    changed.binaryIds = Set.copyOf(ids);
    return changed;
  }

  /** Returns what the sum must have in it. */
  public MergeExpectations expectations() {
    return expectations;
  }

  /** Returns these options, writing nothing if the sum has less in it than expected. */
  public MergeOptions withExpectations(MergeExpectations expected) {
    MergeOptions changed = new MergeOptions(this);
    changed.expectations = expected;
    return changed;
  }

  /** Returns who is told of progress and problems as they happen. */
  public MergeListener listener() {
    return listener;
  }

  /** Returns these options with another listener. */
  public MergeOptions withListener(MergeListener value) {
    MergeOptions changed = new MergeOptions(this);
    changed.listener = value;
    return changed;
  }
}
