package dev.profdata.raw.elf;

import dev.profdata.internal.bytes.BoundedReader;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.MalformedProfileException;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileSection;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A linked program or library, or the debug information that was split off it. Confined to one
 * thread; sections can be read until the input is closed.
 */
public final class ElfFile {
  private static final byte[] MAGIC = {0x7F, 'E', 'L', 'F'};
  private static final int TYPE = 16;
  private static final int RELOCATABLE = 1;
  private static final int NO_BITS = 8;
  private static final long COMPRESSED = 0x800;

  /** Stands for the index of the section of names if that does not fit. */
  private static final int INDEX_ELSEWHERE = 0xFFFF;

  private final ProfileInput input;
  private final BoundedReader file;
  private final ElfLayout layout;
  private final long sectionsAt;
  private final long sections;
  private final BoundedReader names;

  private ElfFile(ProfileInput input, ElfLayout layout, ByteOrder order) throws IOException {
    this.input = input;
    this.layout = layout;
    this.file = BoundedReader.of(input, order, ProfileSection.PROGRAM);
    this.sectionsAt = word(layout.sectionsOffset);
    int headerSize = half(layout.sectionHeaderSize);
    if (sectionsAt <= 0 || sectionsAt > input.size() - layout.sectionBytes) {
      throw refuse("the program has no section headers");
    }
    if (headerSize != layout.sectionBytes) {
      throw refuse("section headers of %d bytes".formatted(headerSize));
    }
    int count = half(layout.sectionHeaderSize + Short.BYTES);
    int namesIndex = half(layout.sectionHeaderSize + 2 * Short.BYTES);
    this.sections = count == 0 ? word(sectionsAt + layout.size) : count;
    if (sections < 0 || sections > (input.size() - sectionsAt) / layout.sectionBytes) {
      throw refuse(
          "%s section headers end past the file".formatted(Long.toUnsignedString(sections)));
    }
    long index = namesIndex == INDEX_ELSEWHERE ? number(sectionsAt + layout.link) : namesIndex;
    if (index >= sections) {
      throw refuse("the section of names is not there");
    }
    this.names = content(headerAt(index));
  }

  /**
   * Reads the headers of a file.
   *
   * @throws dev.profdata.io.ProfileException of the kind {@link
   *     ErrorKind#UNABLE_TO_CORRELATE_PROFILE} if it is no such file, {@link ErrorKind#TRUNCATED}
   *     if it is cut off
   */
  public static ElfFile open(ProfileInput input) throws IOException {
    BoundedReader start = BoundedReader.of(input, ByteOrder.LITTLE_ENDIAN, ProfileSection.PROGRAM);
    if (!start.skipIfEqual(MAGIC)) {
      throw refuse(input, "not an ELF file, the only kind of program that is read");
    }
    int width = start.u8();
    int encoding = start.u8();
    if (width < 1 || width > 2 || encoding < 1 || encoding > 2) {
      throw refuse(input, "ELF class %d with encoding %d".formatted(width, encoding));
    }
    ElfFile elf =
        new ElfFile(
            input,
            width == 1 ? ElfLayout.BITS_32 : ElfLayout.BITS_64,
            encoding == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    if (elf.half(TYPE) == RELOCATABLE) {
      throw elf.refuse("an object file that is not linked yet");
    }
    return elf;
  }

  /** Returns the number of bytes of a pointer: 4 or 8. */
  public int pointerBytes() {
    return layout.wordBytes;
  }

  /** Returns the byte order of all numbers. */
  public ByteOrder order() {
    return file.order();
  }

  /**
   * Finds a section, the first of several with one name.
   *
   * @throws dev.profdata.io.ProfileException as {@link #section}, but not if it is missing
   */
  public Optional<ElfSection> find(String name) throws IOException {
    byte[] wanted = (name + '\0').getBytes(StandardCharsets.UTF_8);
    for (long index = 0; index < sections; index++) {
      long header = headerAt(index);
      long nameAt = number(header);
      if (nameAt <= names.end() - names.start()) {
        names.seek(names.start() + nameAt);
        if (names.skipIfEqual(wanted)) {
          return Optional.of(section(header));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Returns a section.
   *
   * @throws dev.profdata.io.ProfileException of the kind {@link
   *     ErrorKind#UNABLE_TO_CORRELATE_PROFILE} if it is missing, reaches past the end of the file,
   *     or is compressed in a way that is not known
   */
  public ElfSection section(String name) throws IOException {
    return find(name).orElseThrow(() -> refuse("could not find section (%s)".formatted(name)));
  }

  private ElfSection section(long header) throws IOException {
    BoundedReader content = content(header);
    if ((word(header + layout.flags) & COMPRESSED) != 0) {
      content = CompressedSection.inflate(content, layout.wordBytes);
    }
    return new ElfSection(word(header + layout.address), word(header + layout.size), content);
  }

  private BoundedReader content(long header) throws IOException {
    boolean absent = number(header + Integer.BYTES) == NO_BITS;
    long offset = absent ? 0 : word(header + layout.offset);
    long size = absent ? 0 : word(header + layout.size);
    if (offset < 0 || size < 0 || offset > input.size() - size) {
      throw file.error(
          ErrorKind.UNABLE_TO_CORRELATE_PROFILE, header, "a section ends past the file");
    }
    return file.section(ProfileSection.PROGRAM, offset, size);
  }

  private long headerAt(long index) {
    return sectionsAt + index * layout.sectionBytes;
  }

  private long word(long at) throws IOException {
    file.seek(at);
    return file.pointer(layout.wordBytes);
  }

  private long number(long at) throws IOException {
    file.seek(at);
    return file.u32();
  }

  private int half(long at) throws IOException {
    file.seek(at);
    return file.u16();
  }

  /** Returns an error that says why this file is of no use. */
  public MalformedProfileException refuse(String detail) {
    return refuse(input, detail);
  }

  private static MalformedProfileException refuse(ProfileInput input, String detail) {
    return new MalformedProfileException(
        ErrorKind.UNABLE_TO_CORRELATE_PROFILE, input.name(), detail);
  }
}
