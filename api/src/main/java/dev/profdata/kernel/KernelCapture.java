package dev.profdata.kernel;

import dev.profdata.ProfileMerger;
import dev.profdata.Profiles;
import dev.profdata.io.Finding;
import dev.profdata.io.ProfileCollector;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ReadOptions;
import dev.profdata.model.ImageCounts;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.ProfileImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All files of a kernel, copied one after the other.
 *
 * <p>The kernel counts on while a file is copied: counters of one function may differ from each
 * other by a few counts. The bytes are in memory, some megabytes for a kernel. Immutable; may be
 * shared between threads.
 *
 * @param files the copies: the kernel first, then its modules
 * @param vanished files of modules that were unloaded before they could be copied
 * @since 0.1
 */
public record KernelCapture(List<CapturedFile> files, List<KernelProfileFile> vanished) {
  /** Copies the lists. */
  public KernelCapture {
    files = List.copyOf(files);
    vanished = List.copyOf(vanished);
  }

  /** Returns the number of bytes of all files. */
  public long bytes() {
    return files.stream().mapToLong(CapturedFile::bytes).sum();
  }

  /**
   * Adds all files to a merger.
   *
   * <p>Where each CPU has a file, all of them hold the same counters and only the values are the
   * CPU's own; the counters are added once, from the first of them.
   *
   * @return what was repaired or is doubtful in files that had to be read for that; what the merger
   *     itself reads is in its report
   * @throws dev.profdata.io.ProfileException if one of those is no profile or a damaged one
   * @throws IOException if it cannot be read
   */
  public List<Finding> addTo(ProfileMerger merger) throws IOException {
    return addTo(merger, ReadOptions.DEFAULT);
  }

  /**
   * Adds all files to a merger, as {@link #addTo(ProfileMerger)}.
   *
   * @param reading how to read files before the merger does, with the limits that it has
   * @throws dev.profdata.io.ProfileException if one of those is no profile, a damaged one, or one
   *     that asks for more than the limits allow
   * @throws IOException if it cannot be read
   */
  public List<Finding> addTo(ProfileMerger merger, ReadOptions reading) throws IOException {
    List<Finding> findings = new ArrayList<>();
    Set<String> counted = new HashSet<>();
    for (CapturedFile captured : files) {
      if (captured.file().cpu().isEmpty() || counted.add(captured.file().image())) {
        merger.add(captured.source(), 1);
      } else {
        merger.add(valuesOf(captured.source(), reading, findings), 1);
      }
    }
    return findings;
  }

  private static InstrProfile valuesOf(
      ProfileSource source, ReadOptions reading, List<Finding> findings) throws IOException {
    try (ProfileReader reader = Profiles.open(source, reading)) {
      ProfileCollector collector = new ProfileCollector(reader.format());
      reader.accept(collector);
      findings.addAll(collector.findings());
      InstrProfile profile = collector.profile();
      return InstrProfile.of(
          profile.format(),
          profile.images().stream().map(KernelCapture::withoutCounters).toList(),
          profile.traces());
    }
  }

  private static ProfileImage withoutCounters(ProfileImage image) {
    ImageCounts counts = image.counts();
    byte[] bitmap = new byte[counts.bitmapBytes()];
    counts.copyBitmap(0, bitmap, 0, bitmap.length);
    ImageCounts values =
        ImageCounts.builder()
            .counters(new long[counts.counters()])
            .bitmap(bitmap)
            .values(counts.values())
            .build();
    return ProfileImage.builder(image.format(), image.functions(), values)
        .variant(image.variant())
        .binaryIds(image.binaryIds())
        .vtables(image.vtableNames(), image.vtables())
        .build();
  }

  /**
   * Writes the bytes of all files as they were, one file behind the other: a raw profile of several
   * images. Between files there are zero bytes up to a multiple of eight, as readers expect.
   *
   * <p>The counters of files for each CPU stand in it once for each CPU.
   *
   * @param out stays open
   * @throws IOException if it cannot be written to
   */
  public void writeRaw(OutputStream out) throws IOException {
    WritableByteChannel channel = Channels.newChannel(out);
    long written = 0;
    for (CapturedFile captured : files) {
      int padding = (int) (-written & (Long.BYTES - 1));
      out.write(new byte[padding]);
      try (ProfileInput input = captured.source().open()) {
        ByteBuffer content = input.slice(0, Math.toIntExact(input.size()));
        written += padding + content.remaining();
        while (content.hasRemaining()) {
          channel.write(content);
        }
      }
    }
  }
}
