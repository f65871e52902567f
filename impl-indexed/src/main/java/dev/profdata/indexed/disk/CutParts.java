package dev.profdata.indexed.disk;

import dev.profdata.internal.bytes.BoundedReader;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.MalformedProfileException;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileSection;
import dev.profdata.io.Salvage;
import dev.profdata.model.ProfileVariant;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Which parts of a file lie beyond its end, and what there is to tell then. */
final class CutParts {
  private final ProfileInput input;
  private final IndexedHeader header;
  private final List<ProfileSection> lost = new ArrayList<>();

  private CutParts(ProfileInput input, IndexedHeader header) {
    this.input = input;
    this.header = header;
  }

  /** Finds nothing, of a file that must be whole. */
  static CutParts none(ProfileInput input, IndexedHeader header) {
    return new CutParts(input, header);
  }

  /** Finds the parts behind the bucket table that end beyond the end of the file. */
  static CutParts of(ProfileInput input, IndexedHeader header) throws IOException {
    CutParts parts = all(input, header);
    List<ProfileSection> there = new ArrayList<>();
    for (ProfileSection part : parts.lost) {
      if (!parts.isCut(part)) {
        there.add(part);
      }
    }
    parts.lost.removeAll(there);
    return parts;
  }

  /** Takes all parts that stand behind the bucket table for lost. */
  static CutParts all(ProfileInput input, IndexedHeader header) {
    CutParts parts = new CutParts(input, header);
    parts.loseIf(
        header.variant().has(ProfileVariant.MEMPROF),
        IndexedHeaderField.MEMPROF_OFFSET,
        ProfileSection.MEMPROF);
    parts.loseIf(true, IndexedHeaderField.BINARY_ID_OFFSET, ProfileSection.BINARY_IDS);
    parts.loseIf(true, IndexedHeaderField.VTABLE_NAMES_OFFSET, ProfileSection.VTABLE_NAMES);
    parts.loseIf(
        header.variant().has(ProfileVariant.TEMPORAL),
        IndexedHeaderField.TRACES_OFFSET,
        ProfileSection.TRACES);
    return parts;
  }

  private void loseIf(boolean flagged, IndexedHeaderField field, ProfileSection part) {
    if (flagged && header.has(field)) {
      lost.add(part);
    }
  }

  private boolean isCut(ProfileSection part) throws IOException {
    return switch (part) {
      case MEMPROF -> isMemoryProfileCut();
      case BINARY_IDS -> isSizedPartCut(IndexedHeaderField.BINARY_ID_OFFSET);
      case VTABLE_NAMES -> isSizedPartCut(IndexedHeaderField.VTABLE_NAMES_OFFSET);
      default -> areTracesCut();
    };
  }

  /** Memory profiles end where binary ids begin; before these were known, with the file. */
  private boolean isMemoryProfileCut() {
    return header.has(IndexedHeaderField.BINARY_ID_OFFSET)
        && header.word(IndexedHeaderField.BINARY_ID_OFFSET) > input.size();
  }

  private boolean isSizedPartCut(IndexedHeaderField field) throws IOException {
    if (header.word(field) > input.size() - Long.BYTES) {
      return true;
    }
    BoundedReader part = header.part(ProfileSection.HEADER, field);
    return part.u64() > part.remaining();
  }

  private boolean areTracesCut() throws IOException {
    if (header.word(IndexedHeaderField.TRACES_OFFSET) > input.size()) {
      return true;
    }
    BoundedReader part = header.part(ProfileSection.TRACES, IndexedHeaderField.TRACES_OFFSET);
    try {
      long traces = part.u64();
      part.u64();
      for (long i = 0; i != traces; i++) {
        part.u64();
        long functions = part.u64();
        if (functions < 0 || functions > part.remaining() / Long.BYTES) {
          return functions > 0;
        }
        part.skip(functions * Long.BYTES);
      }
      return false;
    } catch (MalformedProfileException e) {
      return e.kind() == ErrorKind.TRUNCATED;
    }
  }

  /** Tells whether a part is not lost. */
  boolean has(ProfileSection part) {
    return !lost.contains(part);
  }

  boolean areWhole() {
    return lost.isEmpty();
  }

  /** Returns the error of a file that ends before anything of it is whole. */
  static MalformedProfileException nothing(ProfileInput input, ProfileSection section) {
    return new MalformedProfileException(
        ErrorKind.TRUNCATED,
        input.name(),
        Salvage.FILE_ENDS + " before any function is whole",
        section,
        input.size());
  }

  /** Returns the part that a file ends in which ends before its bucket table does. */
  ProfileSection cutBeforeParts() {
    boolean inTable =
        !header.isUnfinished() && header.word(IndexedHeaderField.HASH_OFFSET) <= input.size();
    return inTable ? ProfileSection.BUCKETS : ProfileSection.RECORDS;
  }

  /** Returns what was kept of a file that ends in the first of the parts that are lost. */
  Salvage salvage(long kept) {
    return salvage(lost.get(0), kept);
  }

  /** Returns what was kept of a file that ends in a part. */
  Salvage salvage(ProfileSection section, long kept) {
    long stated = header.functionsStated();
    return new Salvage(
        input.name(),
        header.isUnfinished() ? "file was never finished: it ends" : Salvage.FILE_ENDS,
        input.size(),
        section,
        stated < kept ? OptionalLong.empty() : OptionalLong.of(stated),
        kept,
        0,
        0,
        lost);
  }
}
