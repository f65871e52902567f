package dev.profdata.tck.gallery;

import dev.profdata.format.ProfileFormat;
import dev.profdata.io.Finding;
import dev.profdata.io.LossyConversionException;
import dev.profdata.io.ProfileWriter;
import dev.profdata.io.WriteOptions;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.TraceSet;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Writes a toy file once all of it is known. */
final class ToyWriter implements ProfileWriter {
  private final ProfileFormat format;
  private final OutputStream out;
  private final WriteOptions options;
  private final List<ProfileImage> images = new ArrayList<>();
  private final List<Finding> losses = new ArrayList<>();
  private TraceSet traces = TraceSet.EMPTY;

  ToyWriter(ProfileFormat format, OutputStream out, WriteOptions options) {
    this.format = format;
    this.out = out;
    this.options = options;
  }

  private boolean isTiny() {
    return format.sameVersion(ToyFormats.TINY);
  }

  @Override
  public ProfileFormat format() {
    return format;
  }

  @Override
  public List<Finding> losses() {
    return List.copyOf(losses);
  }

  @Override
  public void visitImage(ProfileImage image) throws IOException {
    if (!isTiny()) {
      images.add(image);
      return;
    }
    losses.addAll(TinyImage.losses(image));
    List<Finding> refused =
        losses.stream().filter(loss -> !options.allowedLosses().contains(loss.kind())).toList();
    if (!refused.isEmpty()) {
      throw new LossyConversionException(format.toString(), refused);
    }
    images.add(TinyImage.of(image));
  }

  @Override
  public void visitTraces(TraceSet set) {
    traces = isTiny() ? TraceSet.EMPTY : set;
  }

  @Override
  public void visitEnd() throws IOException {
    out.write(ToyOutput.file(format, images, traces));
  }
}
