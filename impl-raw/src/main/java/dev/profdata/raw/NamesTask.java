package dev.profdata.raw;

import dev.profdata.io.Finding;
import dev.profdata.io.ProfileSection;
import dev.profdata.io.ReadOptions;
import dev.profdata.model.NameTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RecursiveAction;
import org.jspecify.annotations.Nullable;

/**
 * Reads the names of an image; many names by another thread, because inflating and hashing them
 * takes as long as all the rest.
 */
final class NamesTask {
  private static final int MANY_BYTES = 1 << 16;

  private final RawSections sections;
  private final long[] hashes;
  private final ReadOptions options;
  private final boolean forked;
  private final Reading reading = new Reading();

  private NamesTask(RawSections sections, long[] hashes, ReadOptions options) {
    this.sections = sections;
    this.hashes = hashes;
    this.options = options;
    this.forked = sections.section(ProfileSection.NAMES).remaining() > MANY_BYTES;
  }

  /**
   * Begins to read the blobs of names.
   *
   * @param hashes of the names that records bear
   */
  static NamesTask start(RawSections sections, long[] hashes, ReadOptions options) {
    NamesTask task = new NamesTask(sections, hashes, options);
    if (task.forked) {
      task.reading.fork();
    }
    return task;
  }

  /**
   * Returns the names when they are read.
   *
   * @param found gets what was found on the way
   */
  NameTable join(List<Finding> found) throws IOException {
    if (forked) {
      reading.join();
    } else {
      reading.invoke();
    }
    found.addAll(reading.findings);
    if (reading.failure != null) {
      throw reading.failure;
    }
    // Hashed here and not by the other thread alone: whoever waits can as well hash half of them.
    return reading.names.build();
  }

  @SuppressWarnings("serial") // Never leaves the virtual machine.
  private final class Reading extends RecursiveAction {
    private final List<Finding> findings = new ArrayList<>();
    private final NameTable.Builder names = NameTable.builder();
    private @Nullable IOException failure;

    @Override
    protected void compute() {
      try {
        RawNames.readBlobs(sections, ProfileSection.NAMES, hashes, options, names, findings::add);
      } catch (IOException e) {
        failure = e;
      }
    }
  }
}
