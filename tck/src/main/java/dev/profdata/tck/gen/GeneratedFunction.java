package dev.profdata.tck.gen;

import dev.profdata.format.ProfileFeature;
import dev.profdata.format.ProfileFormat;
import dev.profdata.model.BinaryId;
import dev.profdata.model.ImageBuilder;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.NameTable;
import dev.profdata.model.ProfileName;
import dev.profdata.model.ProfileVariant;
import dev.profdata.model.VTable;
import dev.profdata.model.ValueKind;
import java.util.List;

/**
 * A function of a generated program, with the numbers that its runs count.
 *
 * @param name the number that its name is made of
 * @param structuralHash its structural hash
 * @param counters how many counters it has
 * @param bitmap how many bitmap bytes it has, where the format holds them
 * @param sites how many value sites of each kind it has, where the format holds them
 * @param pool the counts, of which each run takes others
 */
record GeneratedFunction(
    int name, long structuralHash, int counters, int bitmap, List<Integer> sites, List<Long> pool) {
  private static final int STRIDE = 7;
  private static final int MOST_VALUES = 4;
  private static final int LOCAL = 10;
  private static final int VTABLE_SIZE = 32;
  private static final ProfileName TABLE = ProfileName.of("_ZTV1T");

  static InstrProfile profile(
      ProfileFormat format,
      List<GeneratedFunction> program,
      int run,
      ProfileVariant variant,
      List<BinaryId> ids) {
    ImageBuilder image = new ImageBuilder(format);
    boolean virtual = false;
    for (GeneratedFunction function : program) {
      function.addTo(image, format, program, run);
      virtual |= function.sites.get(ValueKind.VTABLE_TARGET.number()) > 0;
    }
    var finished = image.finish().variant(variant).binaryIds(ids);
    if (virtual && format.supports(ProfileFeature.VTABLES)) {
      NameTable.Builder names = NameTable.builder();
      names.add(TABLE);
      finished.vtables(names.build(), List.of(new VTable(TABLE.hash(), 0, VTABLE_SIZE)));
    }
    return InstrProfile.of(finished.build());
  }

  /** Tells whether a run entered the function. */
  boolean ranIn(int run) {
    return count(run, 0) % STRIDE != 1;
  }

  private ProfileName profileName() {
    String local = name % LOCAL == 0 ? "dir/file.c:" : "";
    return ProfileName.of(local + "f" + "x".repeat(name % STRIDE) + name);
  }

  private void addTo(
      ImageBuilder image, ProfileFormat format, List<GeneratedFunction> program, int run) {
    image.function(profileName(), structuralHash);
    for (int i = 0; i < counters; i++) {
      image.counter(count(run, i));
    }
    if (format.supports(ProfileFeature.BITMAPS)) {
      for (int i = 0; i < bitmap; i++) {
        image.bitmap((byte) count(run, i));
      }
    }
    addSites(
        image, format, ValueKind.INDIRECT_CALL_TARGET, ProfileFeature.VALUE_DATA, program, run);
    addSites(image, format, ValueKind.MEMOP_SIZE, ProfileFeature.MEMOP_SIZES, program, run);
    addSites(image, format, ValueKind.VTABLE_TARGET, ProfileFeature.VTABLES, program, run);
  }

  private long count(int run, int index) {
    return pool.get(Math.floorMod(run * STRIDE * STRIDE + index, pool.size()));
  }

  private void addSites(
      ImageBuilder image,
      ProfileFormat format,
      ValueKind kind,
      ProfileFeature feature,
      List<GeneratedFunction> program,
      int run) {
    if (!format.supports(feature)) {
      return;
    }
    for (int site = 0; site < sites.get(kind.number()); site++) {
      image.site(kind);
      int values = (int) count(run, site) & MOST_VALUES - 1;
      for (int i = 0; i < Math.min(values, distinct(kind, program)); i++) {
        image.value(value(kind, program, i), count(run, site + i));
      }
    }
  }

  private static int distinct(ValueKind kind, List<GeneratedFunction> program) {
    return switch (kind) {
      case INDIRECT_CALL_TARGET -> program.size() + 1;
      case MEMOP_SIZE -> MOST_VALUES;
      case VTABLE_TARGET -> 1;
    };
  }

  /** The first call target is one that the profile does not know. */
  private static long value(ValueKind kind, List<GeneratedFunction> program, int index) {
    return switch (kind) {
      case INDIRECT_CALL_TARGET -> index == 0 ? 0 : program.get(index - 1).profileName().hash();
      case MEMOP_SIZE -> 1L << index;
      case VTABLE_TARGET -> TABLE.hash();
    };
  }

  /** Returns what it counts in its first run, for people. */
  @Override
  public String toString() {
    return "%s 0x%x: %d counters, %d bitmap bytes, sites %s of %s"
        .formatted(profileName(), structuralHash, counters, bitmap, sites, pool);
  }
}
