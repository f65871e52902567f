package dev.profdata.raw.dwarf;

import dev.profdata.internal.bytes.BoundedReader;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.ProfileSection;
import dev.profdata.model.ProfileName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files that a line table names, from its header; the lines themselves are not read. */
final class FileNames {
  private static final long WIDE = 0xFFFF_FFFFL;
  private static final int OLDEST = 2;
  private static final int WITH_OPERATIONS = 4;
  private static final int WITH_FORMATS = 5;
  private static final int PATH = 1;
  private static final int FOLDER = 2;

  private final BoundedReader header;
  private final Decoder decoder;
  private final int offsetBytes;
  private final List<String> folders = new ArrayList<>();
  private final List<File> files = new ArrayList<>();

  private FileNames(BoundedReader header, int offsetBytes, Decoder decoder) {
    this.header = header;
    this.offsetBytes = offsetBytes;
    this.decoder = decoder;
  }

  /** Reads the table at an offset of its section; one that is not there names no files. */
  static FileNames read(BoundedReader section, long offset, Decoder decoder) throws IOException {
    long size = section.end() - section.start();
    if (offset < 0 || offset >= size) {
      section.seek(section.start());
      return new FileNames(section, Integer.BYTES, decoder);
    }
    section.seek(section.start() + offset);
    long length = section.u32();
    boolean wide = length == WIDE;
    length = wide ? section.u64() : length;
    long began = section.position();
    section.skip(length);
    FileNames names =
        new FileNames(
            section.section(ProfileSection.PROGRAM, began, length),
            wide ? Long.BYTES : Integer.BYTES,
            decoder);
    names.read();
    return names;
  }

  private void read() throws IOException {
    int version = header.u16();
    if (version < OLDEST || version > WITH_FORMATS) {
      return;
    }
    if (version == WITH_FORMATS) {
      header.skip(2);
    }
    header.skip(offsetBytes);
    header.skip(version < WITH_OPERATIONS ? 4 : 5);
    header.skip(header.u8() - 1L);
    if (version == WITH_FORMATS) {
      readTable().forEach(row -> folders.add(row.name()));
      files.addAll(readTable());
    } else {
      readLists();
    }
  }

  /** Reads the lists of older versions, whose indexes begin with one. */
  private void readLists() throws IOException {
    folders.add("");
    for (String folder = text(); !folder.isEmpty(); folder = text()) {
      folders.add(folder);
    }
    files.add(new File("", 0));
    for (String name = text(); !name.isEmpty(); name = text()) {
      files.add(new File(name, header.uleb128()));
      header.uleb128();
      header.uleb128();
    }
  }

  private String text() throws IOException {
    Optional<ProfileName> text = decoder.readName(header);
    if (text.isPresent()) {
      header.skip(1);
    }
    return text.map(ProfileName::toString).orElse("");
  }

  private List<File> readTable() throws IOException {
    List<Column> columns = new ArrayList<>();
    for (int left = header.u8(); left > 0; left--) {
      columns.add(new Column(header.uleb128(), form()));
    }
    List<File> rows = new ArrayList<>();
    long count = header.uleb128();
    // Rows without a byte could be as many as a lie says.
    for (long row = 0; row < count && !columns.isEmpty(); row++) {
      rows.add(readRow(columns));
    }
    return rows;
  }

  private Form form() throws IOException {
    long began = header.position();
    long code = header.uleb128();
    return Form.of(code).orElseThrow(() -> refuse(began, code));
  }

  private IOException refuse(long offset, long code) {
    return header.error(
        ErrorKind.UNABLE_TO_CORRELATE_PROFILE,
        offset,
        "a line table with a name or number of the form 0x%x".formatted(code));
  }

  private File readRow(List<Column> columns) throws IOException {
    String name = "";
    long folder = 0;
    for (Column column : columns) {
      if (column.content() == PATH) {
        name = path(column.form());
      } else if (column.content() == FOLDER) {
        folder = number(column.form());
      } else {
        skip(column.form());
      }
    }
    return new File(name, folder);
  }

  private String path(Form form) throws IOException {
    return switch (form) {
      case STRING -> text();
      case STRP, LINE_STRP ->
          decoder.name(form, header.pointer(offsetBytes)).map(ProfileName::toString).orElse("");
      default -> throw refuse(header.position(), form.code());
    };
  }

  private long number(Form form) throws IOException {
    return switch (form) {
      case UDATA -> header.uleb128();
      case DATA1 -> header.u8();
      case DATA2 -> header.u16();
      case DATA4 -> header.u32();
      case DATA8 -> header.u64();
      default -> throw refuse(header.position(), form.code());
    };
  }

  private void skip(Form form) throws IOException {
    switch (form) {
      case DATA16 -> header.skip(2 * Long.BYTES);
      case BLOCK -> header.skip(header.uleb128());
      case STRING, STRP, LINE_STRP -> path(form);
      default -> number(form);
    }
  }

  /** Returns how many bytes were read. */
  long bytes() {
    return header.position() - header.start();
  }

  /** Returns a file with its folder, but without the one that the compiler ran in. */
  Optional<String> path(long index) {
    if (index < 0 || index >= files.size()) {
      return Optional.empty();
    }
    File file = files.get((int) index);
    boolean alone =
        file.folder() <= 0 || file.folder() >= folders.size() || file.name().startsWith("/");
    String folder = alone ? "" : folders.get((int) file.folder());
    return Optional.of(
        folder.isEmpty() || folder.endsWith("/")
            ? folder + file.name()
            : folder + "/" + file.name());
  }

  /** What the columns of a table hold, and how. */
  private record Column(long content, Form form) {}

  /** A row; folders have no folder. */
  private record File(String name, long folder) {}
}
