package dev.profdata.raw;

import dev.profdata.format.ProfileFeature;
import dev.profdata.format.ProfileFormat;
import dev.profdata.internal.bytes.ByteSink;
import dev.profdata.internal.losses.Losses;
import dev.profdata.io.Finding;
import dev.profdata.io.FindingKind;
import dev.profdata.io.ProfileWriter;
import dev.profdata.io.WriteOptions;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileVariant;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes raw profiles: image after image, each starting at a multiple of eight bytes.
 *
 * <p>An image that was read from just this version, width and byte order is written back byte for
 * byte; any other gets addresses of our own making.
 */
final class RawProfileWriter implements ProfileWriter {
  private final ProfileFormat format;
  private final OutputStream out;
  private final Losses losses;
  private final List<ProfileImage> images = new ArrayList<>();

  RawProfileWriter(ProfileFormat format, OutputStream out, WriteOptions options) {
    this.format = format;
    this.out = out;
    this.losses = new Losses(format, options);
  }

  @Override
  public ProfileFormat format() {
    return format;
  }

  @Override
  public List<Finding> losses() {
    return losses.found();
  }

  @Override
  public void visitImage(ProfileImage image) throws IOException {
    if (lacksTimestamps(image)) {
      losses.add(FindingKind.TEMPORAL_TRACES, "temporal traces, for want of time stamps");
      ProfileVariant without = image.variant().without(ProfileVariant.TEMPORAL);
      add(image.toBuilder().variant(without).build());
    } else {
      add(image);
    }
  }

  /** A raw profile has no traces but the time stamps of its functions. */
  private boolean lacksTimestamps(ProfileImage image) {
    return image.variant().has(ProfileVariant.TEMPORAL)
        && format.supports(ProfileFeature.TEMPORAL_TRACES)
        && !image.counts().hasTimestamps();
  }

  private void add(ProfileImage image) throws IOException {
    losses.check(image);
    images.add(needsNames() ? NamedRows.of(image) : image);
  }

  /** The oldest versions cannot hold a record without its name. */
  private boolean needsNames() {
    return !RawDataLayout.of(format.version(), Long.BYTES).namesByHash();
  }

  @Override
  public void visitEnd() throws IOException {
    ByteSink sink = new ByteSink(out, format.byteOrder());
    for (ProfileImage image : images) {
      if (image.origin().orElse(null) instanceof RawOrigin origin && origin.fits(format)) {
        copy(origin.bytes(), sink);
      } else {
        sink.zeros(ByteSink.padding(sink.position()));
        new RawImageWriter(format, image, losses.knownFlags(image.variant())).write(sink);
      }
    }
    sink.flush();
  }

  private static void copy(ByteBuffer bytes, ByteSink sink) throws IOException {
    ByteBuffer source = bytes.duplicate();
    byte[] piece = new byte[1 << 16];
    while (source.hasRemaining()) {
      int length = Math.min(piece.length, source.remaining());
      source.get(piece, 0, length);
      sink.bytes(piece, 0, length);
    }
  }
}
