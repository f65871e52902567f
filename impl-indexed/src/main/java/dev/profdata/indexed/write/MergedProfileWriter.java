package dev.profdata.indexed.write;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFeature;
import dev.profdata.format.ProfileFormat;
import dev.profdata.internal.losses.Losses;
import dev.profdata.io.Finding;
import dev.profdata.io.FindingKind;
import dev.profdata.io.ProfileWriter;
import dev.profdata.io.WriteOptions;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileVariant;
import dev.profdata.model.TraceSet;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes in the one image of a merged profile, and writes when it has all of it. */
public abstract class MergedProfileWriter implements ProfileWriter {
  private final ProfileFormat format;
  private final WriteOptions options;
  private final Losses losses;
  private @Nullable ProfileImage image;
  private TraceSet traces = TraceSet.EMPTY;

  /** Prepares to write a format. */
  protected MergedProfileWriter(ProfileFormat format, WriteOptions options) {
    this.format = format;
    this.options = options;
    this.losses = new Losses(format, options);
  }

  /** Writes the profile. */
  protected abstract void write(ProfileImage merged, TraceSet temporal) throws IOException;

  @Override
  public final ProfileFormat format() {
    return format;
  }

  /** Returns the release whose rules shape what is written. */
  protected final LlvmRelease release() {
    return format.release();
  }

  /** Returns what is left out on purpose. */
  protected final WriteOptions options() {
    return options;
  }

  /** Returns the losses so far, to be added to. */
  protected final Losses lossCheck() {
    return losses;
  }

  @Override
  public final List<Finding> losses() {
    return losses.found();
  }

  @Override
  public final void visitImage(ProfileImage merged) throws IOException {
    if (image != null) {
      throw new IllegalStateException("%s holds one image: merge them first".formatted(format));
    }
    ProfileImage written = merged;
    boolean kept =
        format.supports(ProfileFeature.MEMPROF)
            && merged.memoryProfile().filter(records -> records.isReadBy(release())).isPresent();
    if (merged.variant().has(ProfileVariant.MEMPROF) && !kept) {
      losses.add(FindingKind.MEMPROF, "memory-profile records");
      written = merged.toBuilder().withoutMemoryProfile().build();
    }
    losses.check(written);
    image = written;
  }

  @Override
  public final void visitTraces(TraceSet set) {
    traces = set;
  }

  @Override
  public final void visitEnd() throws IOException {
    if (image == null) {
      throw new IllegalStateException("no image was visited");
    }
    write(image, traces);
  }
}
