package dev.profdata.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One function of a profile: a view on a row of an image.
 *
 * <p>Two records are equal if name hash, structural hash, counters, bitmap and values are.
 * Immutable.
 *
 * @since 0.1
 */
public final class FunctionRecord {
  private final ProfileImage image;
  private final int row;

  FunctionRecord(ProfileImage image, int row) {
    this.image = image;
    this.row = row;
  }

  private FunctionTable table() {
    return image.functions();
  }

  /** Returns the name; {@link ProfileName#EMPTY} if only its hash is known. */
  public ProfileName name() {
    return table().name(row);
  }

  /** Returns the hash of the name (LLVM's {@code nameRef}). */
  public long nameHash() {
    return table().nameHash(row);
  }

  /** Returns the structural hash (LLVM's {@code funcHash}). */
  public long structuralHash() {
    return table().structuralHash(row);
  }

  /** Returns the number of counters. */
  public int counterCount() {
    return table().counterCount(row);
  }

  /**
   * Returns a counter, unsigned.
   *
   * @throws IndexOutOfBoundsException unless {@code 0 <= index < counterCount()}
   */
  public long counter(int index) {
    if (index < 0 || index >= counterCount()) {
      throw new IndexOutOfBoundsException(
          "counter %d of a function with %d".formatted(index, counterCount()));
    }
    return image.counts().counter(table().counterStart(row) + index);
  }

  /** Returns a copy of all counters, unsigned. */
  public long[] counters() {
    long[] copy = new long[counterCount()];
    image.counts().copyCounters(table().counterStart(row), copy, 0, copy.length);
    return copy;
  }

  /** Returns a copy of the bitmap bytes of modified condition/decision coverage. */
  public byte[] bitmap() {
    byte[] copy = new byte[table().bitmapSize(row)];
    image.counts().copyBitmap(table().bitmapStart(row), copy, 0, copy.length);
    return copy;
  }

  /** Returns the value sites of a kind, in order. */
  public List<ValueSite> valueSites(ValueKind kind) {
    int first = table().firstSite(row, kind);
    List<ValueSite> sites = new ArrayList<>();
    for (int site = first; site < first + table().siteCount(row, kind); site++) {
      sites.add(site(kind, site));
    }
    return sites;
  }

  private ValueSite site(ValueKind kind, int site) {
    ValueData data = image.counts().values();
    List<ValueSite.Value> values = new ArrayList<>();
    for (int pair = data.start(site); pair < data.end(site); pair++) {
      values.add(new ValueSite.Value(data.value(pair), data.count(pair)));
    }
    return new ValueSite(kind, values);
  }

  /** Returns the name that a value of a site stands for, empty if the profile does not know it. */
  public Optional<ProfileName> targetName(ValueKind kind, ValueSite.Value value) {
    NameTable names =
        switch (kind) {
          case INDIRECT_CALL_TARGET -> table().names();
          case VTABLE_TARGET -> image.vtableNames();
          case MEMOP_SIZE -> NameTable.EMPTY;
        };
    int index = names.find(value.value());
    return index == NameTable.NOT_FOUND ? Optional.empty() : Optional.of(names.name(index));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FunctionRecord record
        && nameHash() == record.nameHash()
        && structuralHash() == record.structuralHash()
        && sameCounts(record)
        && sameSites(record);
  }

  private boolean sameCounts(FunctionRecord other) {
    int counters = counterCount();
    int bitmap = table().bitmapSize(row);
    return counters == other.counterCount()
        && bitmap == other.table().bitmapSize(other.row)
        && image
            .counts()
            .sameCounters(
                table().counterStart(row),
                other.image.counts(),
                other.table().counterStart(other.row),
                counters)
        && image
            .counts()
            .sameBitmap(
                table().bitmapStart(row),
                other.image.counts(),
                other.table().bitmapStart(other.row),
                bitmap);
  }

  private boolean sameSites(FunctionRecord other) {
    return ValueKind.all().stream()
        .allMatch(
            kind ->
                table().siteCount(row, kind) == other.table().siteCount(other.row, kind)
                    && image
                        .counts()
                        .values()
                        .sameSites(
                            table().firstSite(row, kind),
                            other.image.counts().values(),
                            other.table().firstSite(other.row, kind),
                            table().siteCount(row, kind)));
  }

  @Override
  public int hashCode() {
    return Long.hashCode(nameHash()) * 31 + Long.hashCode(structuralHash());
  }

  /** Returns name, structural hash and counters. */
  @Override
  public String toString() {
    List<String> counters = new ArrayList<>();
    for (long counter : counters()) {
      counters.add(Long.toUnsignedString(counter));
    }
    String name = table().hasName(row) ? name().toString() : "<0x%016x>".formatted(nameHash());
    return "%s 0x%016x %s".formatted(name, structuralHash(), counters);
  }
}
