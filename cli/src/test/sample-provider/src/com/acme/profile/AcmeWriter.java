package com.acme.profile;

import dev.profdata.ProfileProviders;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.Finding;
import dev.profdata.io.ProfileWriter;
import dev.profdata.io.WriteOptions;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.TraceSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;

/** Lets the writer of raw 8 write, and puts Acme's magic in its place. */
final class AcmeWriter implements ProfileWriter {
  private final ProfileFormat format;
  private final OutputStream out;
  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private final ProfileWriter raw;

  AcmeWriter(ProfileFormat format, OutputStream out, WriteOptions options) {
    this.format = format;
    this.out = out;
    this.raw = ProfileProviders.load().newWriter(ProfileFormat.raw(8), file, options);
  }

  @Override
  public ProfileFormat format() {
    return format;
  }

  @Override
  public List<Finding> losses() {
    return raw.losses();
  }

  @Override
  public void visitImage(ProfileImage image) throws IOException {
    raw.visitImage(image);
  }

  @Override
  public void visitTraces(TraceSet traces) throws IOException {
    raw.visitTraces(traces);
  }

  @Override
  public void visitEnd() throws IOException {
    raw.visitEnd();
    ByteBuffer bytes = ByteBuffer.wrap(file.toByteArray());
    AcmeProvider.exchange(bytes, AcmeProvider.LLVM_MAGIC, AcmeProvider.MAGIC);
    out.write(bytes.array());
  }
}
