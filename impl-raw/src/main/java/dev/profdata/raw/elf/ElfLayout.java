package dev.profdata.raw.elf;

/** Where the fields that we read stand in headers of one width. */
enum ElfLayout {
  BITS_32(4, 32, 46, 40, 8, 12, 16, 20, 24),
  BITS_64(8, 40, 58, 64, 8, 16, 24, 32, 40);

  /** Bytes of an address, an offset or a size. */
  final int wordBytes;

  /** Offset in the file header of the offset of the section headers. */
  final int sectionsOffset;

  /** Offset in the file header of the size of a section header; their number and names follow. */
  final int sectionHeaderSize;

  /** Size of a section header. */
  final int sectionBytes;

  /** Offsets in a section header. */
  final int flags;

  final int address;
  final int offset;
  final int size;
  final int link;

  ElfLayout(
      int wordBytes,
      int sectionsOffset,
      int sectionHeaderSize,
      int sectionBytes,
      int flags,
      int address,
      int offset,
      int size,
      int link) {
    this.wordBytes = wordBytes;
    this.sectionsOffset = sectionsOffset;
    this.sectionHeaderSize = sectionHeaderSize;
    this.sectionBytes = sectionBytes;
    this.flags = flags;
    this.address = address;
    this.offset = offset;
    this.size = size;
    this.link = link;
  }
}
