package dev.profdata.indexed.text;

import dev.profdata.format.ProfileFormat;
import dev.profdata.internal.bytes.BoundedReader;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.MalformedProfileException;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileSection;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.io.ReadOptions;
import dev.profdata.io.Salvage;
import dev.profdata.model.ImageBuilder;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileVariant;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.OptionalLong;

/** Reads a text profile. */
public final class TextProfileReader implements ProfileReader {
  private static final int RECOGNIZED_BY = 8;

  private final ProfileInput input;
  private final ReadOptions options;
  private final TextLines lines;
  private final TextHeaderReader header;
  private boolean read;

  private TextProfileReader(ProfileInput input, ReadOptions options) throws IOException {
    this.input = input;
    this.options = options;
    this.lines = lines(input);
    this.header = new TextHeaderReader(lines, options.limits());
    try {
      header.read();
    } catch (ProfileException e) {
      throw options.salvages() && lines.atEndOfFile() ? nothingIsWhole() : e;
    }
  }

  /** Opens an input that {@link #looksLikeText}. */
  public static TextProfileReader open(ProfileInput input, ReadOptions options) throws IOException {
    return new TextProfileReader(input, options);
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
      open(input, options).accept(visitor);
      return;
    }
    read = true;
    ImageBuilder image = new ImageBuilder(format());
    TextRecordReader records = new TextRecordReader(lines, image, options);
    try {
      records.readAll();
    } catch (ProfileException e) {
      visitor.visitImage(finish(image, records));
      throw e;
    }
    ProfileImage whole = finish(image, records);
    if (records.isCut() && whole.size() == 0) {
      throw nothingIsWhole();
    }
    visitor.visitImage(whole);
    if (records.isCut()) {
      tell(visitor, whole.size());
    }
    if (variant().has(ProfileVariant.TEMPORAL)) {
      visitor.visitTraces(header.traces());
    }
    visitor.visitEnd();
  }

  private void tell(ProfileVisitor visitor, int kept) {
    Salvage salvage =
        new Salvage(
            input.name(),
            Salvage.FILE_ENDS,
            input.size(),
            ProfileSection.TEXT,
            OptionalLong.empty(),
            kept,
            0,
            0,
            List.of());
    visitor.visitFinding(salvage.finding());
    visitor.visitSalvage(salvage);
  }

  private ProfileException nothingIsWhole() {
    return new MalformedProfileException(
        ErrorKind.TRUNCATED,
        input.name(),
        Salvage.FILE_ENDS + " before any function is whole",
        ProfileSection.TEXT,
        input.size());
  }

  private ProfileImage finish(ImageBuilder image, TextRecordReader records) {
    return image.finish().variant(variant()).vtables(records.vtableNames(), List.of()).build();
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
