package com.acme.profile;

import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ForwardingVisitor;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileVariant;
import java.io.IOException;

/** Hands on what the reader of raw 8 finds, under Acme's name. */
final class AcmeReader implements ProfileReader {
  private final ProfileReader raw;
  private final ProfileInput input;

  AcmeReader(ProfileReader raw, ProfileInput input) {
    this.raw = raw;
    this.input = input;
  }

  @Override
  public ProfileFormat format() {
    return AcmeProvider.FORMAT;
  }

  @Override
  public ProfileVariant variant() {
    return raw.variant();
  }

  @Override
  public void accept(ProfileVisitor visitor) throws IOException {
    raw.accept(
        new ForwardingVisitor(visitor) {
          @Override
          public void visitImage(ProfileImage image) throws IOException {
            super.visitImage(named(image));
          }
        });
  }

  private static ProfileImage named(ProfileImage image) {
    return ProfileImage.builder(AcmeProvider.FORMAT, image.functions(), image.counts())
        .variant(image.variant())
        .binaryIds(image.binaryIds())
        .vtables(image.vtableNames(), image.vtables())
        .build();
  }

  @Override
  public void close() throws IOException {
    raw.close();
    input.close();
  }
}
