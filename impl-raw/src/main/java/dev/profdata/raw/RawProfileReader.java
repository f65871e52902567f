package dev.profdata.raw;

import dev.profdata.format.ProfileFamily;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.Finding;
import dev.profdata.io.FindingKind;
import dev.profdata.io.MalformedProfileException;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileSection;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.io.ReadOptions;
import dev.profdata.io.UnsupportedProfileVersionException;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileVariant;
import java.io.IOException;
import java.util.Optional;

/** Reads the images of a raw profile one after the other. */
final class RawProfileReader implements ProfileReader {
  private final ProfileInput input;
  private final ReadOptions options;
  private final RawHeader first;

  private RawProfileReader(ProfileInput input, ReadOptions options, RawHeader first) {
    this.input = input;
    this.options = options;
    this.first = first;
  }

  static RawProfileReader open(ProfileInput input, ReadOptions options) throws IOException {
    RawEncoding encoding =
        RawEncoding.at(input, 0)
            .orElseThrow(
                () ->
                    new MalformedProfileException(
                        ErrorKind.UNRECOGNIZED_FORMAT, input.name(), "not a raw profile"));
    return new RawProfileReader(input, options, header(input, 0, encoding));
  }

  private static RawHeader header(ProfileInput input, long start, RawEncoding encoding)
      throws IOException {
    long version = RawHeader.versionAt(input, start, encoding);
    if (version < 0) {
      throw error(input, ErrorKind.BAD_HEADER, start, "file ends before the version");
    }
    if (!RawHeader.isKnown(version)) {
      throw new UnsupportedProfileVersionException(
          input.name(),
          ProfileFamily.RAW,
          version,
          RawHeaderLayout.OLDEST_VERSION,
          RawHeaderLayout.NEWEST_VERSION);
    }
    return RawHeader.read(input, start, encoding);
  }

  private static MalformedProfileException error(
      ProfileInput input, ErrorKind kind, long offset, String detail) {
    ProfileSection section = offset == 0 ? ProfileSection.HEADER : ProfileSection.TRAILER;
    return new MalformedProfileException(kind, input.name(), detail, section, offset);
  }

  @Override
  public ProfileFormat format() {
    return first.format();
  }

  @Override
  public ProfileVariant variant() {
    return first.variant();
  }

  @Override
  public void accept(ProfileVisitor visitor) throws IOException {
    TraceBuilder trace = new TraceBuilder();
    Optional<RawHeader> next = Optional.of(first);
    while (next.isPresent()) {
      RawHeader header = next.get();
      RawImageReader reader = new RawImageReader(input, header, options, visitor::visitFinding);
      ProfileImage.Builder image = reader.read();
      ProfileException damage = reader.damage();
      if (damage != null) {
        visitor.visitImage(image.build());
        throw damage;
      }
      long nextStart = skipZeros(reader.end());
      if (options.keepsOrigin()) {
        keepOrigin(image, header, nextStart);
      }
      ProfileImage whole = image.build();
      trace.add(whole);
      visitor.visitImage(whole);
      next = nextHeader(nextStart, visitor);
    }
    if (trace.isTemporal()) {
      visitor.visitTraces(trace.build());
    }
    visitor.visitEnd();
  }

  private void keepOrigin(ProfileImage.Builder image, RawHeader header, long end)
      throws IOException {
    long length = end - header.start();
    if (length <= Integer.MAX_VALUE) {
      image.origin(new RawOrigin(header.format(), input.slice(header.start(), (int) length)));
    }
  }

  private long skipZeros(long from) throws IOException {
    long at = from;
    while (at < input.size()) {
      int length = (int) Math.min(input.size() - at, 1 << 16);
      var piece = input.slice(at, length);
      for (int i = 0; i < length; i++) {
        if (piece.get(i) != 0) {
          return at + i;
        }
      }
      at += length;
    }
    return at;
  }

  private Optional<RawHeader> nextHeader(long start, ProfileVisitor visitor) throws IOException {
    if (start == input.size()) {
      return Optional.empty();
    }
    Optional<RawEncoding> encoding = RawEncoding.at(input, start);
    if (encoding.isEmpty()) {
      boolean room = input.size() - start >= Long.BYTES;
      throw error(
          input,
          room ? ErrorKind.BAD_MAGIC : ErrorKind.MALFORMED,
          start,
          room
              ? "what follows the image is neither zeros nor another image"
              : "not enough space for another header: %d bytes are left"
                  .formatted(input.size() - start));
    }
    if (start % Long.BYTES != 0) {
      visitor.visitFinding(
          Finding.at(
              FindingKind.MISALIGNED_IMAGE,
              input.name(),
              start,
              "image does not start at a multiple of 8 bytes"));
    }
    RawHeader header = header(input, start, encoding.get());
    if (header.version() != first.version() || header.encoding() != first.encoding()) {
      visitor.visitFinding(
          Finding.at(
              FindingKind.MIXED_IMAGES,
              input.name(),
              start,
              "image is %s, the first is %s".formatted(header.format(), first.format())));
    }
    return Optional.of(header);
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
