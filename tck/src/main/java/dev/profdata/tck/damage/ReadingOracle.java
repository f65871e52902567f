package dev.profdata.tck.damage;

import com.sun.management.ThreadMXBean;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ReadOptions;
import dev.profdata.model.ProfileImage;
import dev.profdata.spi.ProfileFormatProvider;
import dev.profdata.spi.Recognition;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/**
 * Reads files that may be damaged, and judges what comes of it.
 *
 * <p>Whatever the bytes: a profile or a {@link ProfileException}, memory that the size of the file
 * can justify, and time that grows with it. Confined to one thread.
 *
 * @since 0.1
 */
public final class ReadingOracle {
  /** The name that files of the oracle have in messages. */
  public static final String SOURCE = "damaged";

  /** A raw image may have 2^18 empty sites without a byte for each, which is 1 MiB a copy. */
  private static final long FREE_BYTES = 8L << 20;

  private static final long BYTES_FOR_EACH = 4096;
  private static final long FREE_NANOS = 2_000_000_000L;
  private static final long NANOS_FOR_EACH = 100_000;

  private final ProfileFormatProvider provider;

  /** Judges a provider. */
  public ReadingOracle(ProfileFormatProvider provider) {
    this.provider = provider;
  }

  /**
   * What came of reading a file.
   *
   * @param refusal the profile exception, empty if the file was read or called foreign
   * @param failure what else was thrown, which is always wrong
   * @param allocated how many bytes all threads allocated meanwhile, -1 if that cannot be told
   * @param nanos how long it took, in nanoseconds
   * @param size of the file, in bytes
   * @since 0.1
   */
  public record Outcome(
      Optional<ProfileException> refusal,
      Optional<Throwable> failure,
      long allocated,
      long nanos,
      int size) {
    /** Tells whether the memory is more than the size of the file can justify. */
    public boolean isTooLarge() {
      return allocated > FREE_BYTES + BYTES_FOR_EACH * size;
    }

    /** Tells whether the time is more than the size of the file can justify. */
    public boolean isTooSlow() {
      return nanos > FREE_NANOS + NANOS_FOR_EACH * size;
    }
  }

  /** Tells whether this virtual machine counts allocations. */
  public static boolean countsAllocations() {
    return allocated() >= 0;
  }

  private static long allocated() {
    if (!(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads)
        || !threads.isThreadAllocatedMemorySupported()
        || !threads.isThreadAllocatedMemoryEnabled()) {
      return -1;
    }
    long sum = 0;
    // Readers may use threads of their own.
    for (long bytes : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
      sum += Math.max(0, bytes);
    }
    return sum;
  }

  /** Reads a file, if the provider claims it, and looks at all of it. */
  public Outcome read(byte[] file) {
    long allocatedBefore = allocated();
    long start = System.nanoTime();
    Optional<ProfileException> refusal = Optional.empty();
    Optional<Throwable> failure = Optional.empty();
    try {
      readThrough(file);
    } catch (ProfileException e) {
      refusal = Optional.of(e);
    } catch (IOException | RuntimeException | Error e) {
      failure = Optional.of(e);
    }
    long nanos = System.nanoTime() - start;
    long allocated = allocatedBefore < 0 ? -1 : Math.max(0, allocated() - allocatedBefore);
    return new Outcome(refusal, failure, allocated, nanos, file.length);
  }

  private void readThrough(byte[] file) throws IOException {
    ProfileInput input = ProfileSource.of(SOURCE, file).open();
    if (provider.recognize(input) instanceof Recognition.Known) {
      try (ProfileReader reader = provider.open(input, ReadOptions.DEFAULT)) {
        reader.accept(ReadingOracle::lookAt);
      }
    }
  }

  /** A model that was made of nonsense may fail only when somebody looks. */
  private static void lookAt(ProfileImage image) {
    for (int row = 0; row < image.size(); row++) {
      if (!image.function(row).equals(image.function(row))) {
        throw new IllegalStateException("a function that does not equal itself: row " + row);
      }
    }
  }
}
