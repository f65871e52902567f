package dev.profdata.tck.gallery;

import dev.profdata.format.ProfileFormat;
import dev.profdata.io.Finding;
import dev.profdata.io.ForwardingVisitor;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.io.ProfileWriter;
import dev.profdata.io.ReadOptions;
import dev.profdata.io.WriteOptions;
import dev.profdata.model.FunctionRecord;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileName;
import dev.profdata.model.ProfileVariant;
import dev.profdata.model.TraceSet;
import dev.profdata.spi.ProfileFormatProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.UnaryOperator;

/** Ways to break the toy provider: by what its readers show, or by what its writers take in. */
final class Broken {
  private Broken() {}

  /** A provider whose readers are changed. */
  static ProfileFormatProvider reader(UnaryOperator<ProfileReader> change) {
    return new ToyProvider() {
      @Override
      public ProfileReader open(ProfileInput input, ReadOptions options) throws IOException {
        return change.apply(super.open(input, options));
      }
    };
  }

  /** A provider whose readers show other images. */
  static ProfileFormatProvider image(UnaryOperator<ProfileImage> change) {
    return visits(visitor -> new OtherImages(visitor, change));
  }

  /** A provider whose readers visit otherwise. */
  static ProfileFormatProvider visits(UnaryOperator<ProfileVisitor> change) {
    return reader(
        reader ->
            new OtherReader(reader) {
              @Override
              public void accept(ProfileVisitor visitor) throws IOException {
                super.accept(change.apply(visitor));
              }
            });
  }

  /** A provider whose writers are changed. */
  static ProfileFormatProvider writer(UnaryOperator<ProfileWriter> change) {
    return new ToyProvider() {
      @Override
      public ProfileWriter newWriter(ProfileFormat format, OutputStream out, WriteOptions options) {
        return change.apply(super.newWriter(format, out, options));
      }
    };
  }

  /** A provider whose writers write other images than those they are shown. */
  static ProfileFormatProvider written(UnaryOperator<ProfileImage> change) {
    return writer(writer -> new OtherWriter(writer, change));
  }

  /** A visitor that hands changed images on. */
  static final class OtherImages extends ForwardingVisitor {
    private final UnaryOperator<ProfileImage> change;

    OtherImages(ProfileVisitor next, UnaryOperator<ProfileImage> change) {
      super(next);
      this.change = change;
    }

    @Override
    public void visitImage(ProfileImage image) throws IOException {
      super.visitImage(change.apply(image));
    }
  }

  /** A reader that hands all on; subclasses break a part. */
  static class OtherReader implements ProfileReader {
    private final ProfileReader reader;

    OtherReader(ProfileReader reader) {
      this.reader = reader;
    }

    @Override
    public ProfileFormat format() {
      return reader.format();
    }

    @Override
    public ProfileVariant variant() {
      return reader.variant();
    }

    @Override
    public void accept(ProfileVisitor visitor) throws IOException {
      reader.accept(visitor);
    }

    @Override
    public List<FunctionRecord> lookup(ProfileName name) throws IOException {
      return reader.lookup(name);
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }

  /** A writer that hands all on, images changed; subclasses break a part. */
  static class OtherWriter implements ProfileWriter {
    private final ProfileWriter writer;
    private final UnaryOperator<ProfileImage> change;

    OtherWriter(ProfileWriter writer, UnaryOperator<ProfileImage> change) {
      this.writer = writer;
      this.change = change;
    }

    @Override
    public ProfileFormat format() {
      return writer.format();
    }

    @Override
    public List<Finding> losses() {
      return writer.losses();
    }

    @Override
    public void visitImage(ProfileImage image) throws IOException {
      writer.visitImage(change.apply(image));
    }

    @Override
    public void visitTraces(TraceSet traces) throws IOException {
      writer.visitTraces(traces);
    }

    @Override
    public void visitEnd() throws IOException {
      writer.visitEnd();
    }
  }
}
