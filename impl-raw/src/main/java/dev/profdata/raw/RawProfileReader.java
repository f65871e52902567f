package dev.profdata.raw;

import dev.profdata.format.ProfileFamily;
import dev.profdata.format.ProfileFormat;
import dev.profdata.internal.bytes.Budget;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.Finding;
import dev.profdata.io.FindingKind;
import dev.profdata.io.Limit;
import dev.profdata.io.MalformedProfileException;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileSection;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.io.ReadOptions;
import dev.profdata.io.Salvage;
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
    if (options.salvages() && RawHeader.isCutOff(input, 0)) {
      throw RawSalvage.nothing(input, ProfileSection.HEADER);
    }
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
    new Pass(visitor).readAll();
  }

  /** Reads the file once. */
  private final class Pass {
    private final ProfileVisitor visitor;
    private final TraceBuilder trace = new TraceBuilder();
    private final RawTally tally = new RawTally(input);
    private final Budget images = new Budget(input.name(), options.limits());

    Pass(ProfileVisitor visitor) {
      this.visitor = visitor;
    }

    void readAll() throws IOException {
      Optional<RawHeader> next = Optional.of(first);
      while (next.isPresent()) {
        images.take(Limit.IMAGES, 1, ProfileSection.HEADER, next.get().start());
        long end = readImage(next.get());
        next = end == input.size() ? Optional.empty() : headerBehind(end);
      }
      tally.salvage().ifPresent(this::tell);
      if (trace.isTemporal()) {
        visitor.visitTraces(trace.build());
      }
      visitor.visitEnd();
    }

    /** Reads an image, and returns where the next one starts, or the end of the file. */
    private long readImage(RawHeader header) throws IOException {
      tally.begin(header);
      RawImageReader reader = new RawImageReader(input, header, options, visitor::visitFinding);
      ProfileImage.Builder image;
      try {
        image = reader.read();
      } catch (ProfileException e) {
        return giveUp(e);
      }
      ProfileException damage = reader.damage();
      if (damage != null) {
        if (!canKeepBefore(damage)) {
          visitor.visitImage(image.build());
        }
        return giveUp(damage);
      }
      long nextStart = skipZeros(reader.end());
      RawSalvage salvage = reader.salvage();
      if (options.keepsOrigin() && salvage == null) {
        keepOrigin(image, header, nextStart);
      }
      ProfileImage built = image.build();
      tally.add(built, salvage);
      trace.add(built);
      visitor.visitImage(built);
      return nextStart;
    }

    private Optional<RawHeader> headerBehind(long start) throws IOException {
      try {
        if (options.salvages() && RawHeader.isCutOff(input, start)) {
          throw RawSalvage.nothing(input, ProfileSection.HEADER);
        }
        return Optional.of(nextHeader(start, visitor));
      } catch (ProfileException e) {
        giveUp(e);
        return Optional.empty();
      }
    }

    /** Does without what follows the images that were read, if there are any and it may be. */
    private long giveUp(ProfileException error) throws ProfileException {
      if (!canKeepBefore(error)) {
        throw error;
      }
      tally.stopAt(error);
      return input.size();
    }

    private boolean canKeepBefore(ProfileException error) {
      return options.salvages() && tally.images() > 0 && RawTally.isDamage(error);
    }

    private void tell(Salvage salvage) {
      visitor.visitFinding(salvage.finding());
      visitor.visitSalvage(salvage);
    }
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

  private RawHeader nextHeader(long start, ProfileVisitor visitor) throws IOException {
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
    return header;
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
