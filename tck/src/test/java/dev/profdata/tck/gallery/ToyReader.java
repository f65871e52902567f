package dev.profdata.tck.gallery;

import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.io.ReadOptions;
import dev.profdata.model.ProfileVariant;
import dev.profdata.model.TemporalTrace;
import dev.profdata.model.TraceSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads a toy file: magic, images, traces. */
final class ToyReader implements ProfileReader {
  private static final int SMALLEST_IMAGE = 30;
  private static final int SMALLEST_TRACE = 12;

  private final ProfileInput input;
  private final ProfileFormat format;
  private final ReadOptions options;
  private final ProfileVariant variant;

  ToyReader(ProfileInput input, ProfileFormat format, ReadOptions options) throws IOException {
    this.input = input;
    this.format = format;
    this.options = options;
    ToyInput in = new ToyInput(input);
    images(in);
    this.variant = ToyImageReader.variant(in);
  }

  private static int images(ToyInput in) throws ProfileException {
    in.u64();
    int images = in.count(SMALLEST_IMAGE);
    if (images == 0) {
      throw in.error(ErrorKind.BAD_HEADER, "no image");
    }
    return images;
  }

  @Override
  public ProfileFormat format() {
    return format;
  }

  @Override
  public ProfileVariant variant() {
    return variant;
  }

  @Override
  public void accept(ProfileVisitor visitor) throws IOException {
    ToyInput in = new ToyInput(input);
    for (int left = images(in); left > 0; left--) {
      visitor.visitImage(ToyImageReader.read(in, format, options));
    }
    TraceSet traces = traces(in);
    if (in.remaining() > 0) {
      throw in.error(ErrorKind.MALFORMED, in.remaining() + " bytes too many");
    }
    if (!traces.traces().isEmpty()) {
      visitor.visitTraces(traces);
    }
    visitor.visitEnd();
  }

  private static TraceSet traces(ToyInput in) throws ProfileException {
    long seen = in.u64();
    List<TemporalTrace> traces = new ArrayList<>();
    for (int left = in.count(SMALLEST_TRACE); left > 0; left--) {
      long weight = in.u64();
      long[] names = new long[in.count(Long.BYTES)];
      for (int i = 0; i < names.length; i++) {
        names[i] = in.u64();
      }
      traces.add(TemporalTrace.of(weight, names));
    }
    return new TraceSet(traces, seen);
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
