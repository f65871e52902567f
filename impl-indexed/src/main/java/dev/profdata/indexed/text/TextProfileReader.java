package dev.profdata.indexed.text;

import dev.profdata.format.ProfileFormat;
import dev.profdata.internal.bytes.BoundedReader;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileSection;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.model.ImageBuilder;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileVariant;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Reads a text profile. */
public final class TextProfileReader implements ProfileReader {
  private static final int RECOGNIZED_BY = 8;

  private final ProfileInput input;
  private final TextLines lines;
  private final TextHeaderReader header;
  private boolean read;

  private TextProfileReader(ProfileInput input) throws IOException {
    this.input = input;
    this.lines = lines(input);
    this.header = new TextHeaderReader(lines);
    header.read();
  }

  /** Opens an input that {@link #looksLikeText}. */
  public static TextProfileReader open(ProfileInput input) throws IOException {
    return new TextProfileReader(input);
  }

  private static TextLines lines(ProfileInput input) throws IOException {
    BoundedReader file = BoundedReader.of(input, ByteOrder.LITTLE_ENDIAN, ProfileSection.TEXT);
    return new TextLines(input.name(), file.bytes(input.size()));
  }

  /** Tells whether the first bytes of an input are printable, as LLVM's readers decide. */
  public static boolean looksLikeText(ProfileInput input) throws IOException {
    int length = (int) Math.min(input.size(), RECOGNIZED_BY);
    ByteBuffer start = input.slice(0, length);
    for (int i = 0; i < length; i++) {
      byte c = start.get(i);
      boolean blank = c >= '\t' && c <= '\r';
      if (!blank && (c < ' ' || c > '~')) {
        return false;
      }
    }
    return length > 0;
  }

  @Override
  public ProfileFormat format() {
    return ProfileFormat.text();
  }

  @Override
  public ProfileVariant variant() {
    return header.variant();
  }

  @Override
  public void accept(ProfileVisitor visitor) throws IOException {
    if (read) {
      open(input).accept(visitor);
      return;
    }
    read = true;
    ImageBuilder image = new ImageBuilder(format());
    TextRecordReader records = new TextRecordReader(lines, image);
    try {
      records.readAll();
    } catch (ProfileException e) {
      visitor.visitImage(finish(image, records));
      throw e;
    }
    visitor.visitImage(finish(image, records));
    if (variant().has(ProfileVariant.TEMPORAL)) {
      visitor.visitTraces(header.traces());
    }
    visitor.visitEnd();
  }

  private ProfileImage finish(ImageBuilder image, TextRecordReader records) {
    return image.finish().variant(variant()).vtables(records.vtableNames(), List.of()).build();
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
