package dev.profdata.tck.gen;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFormat;
import dev.profdata.format.ReleaseRule;
import dev.profdata.model.ImageBuilder;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileName;
import dev.profdata.model.ProfileVariant;
import dev.profdata.model.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes profiles of one imaginary program: the same functions again and again, with other counts,
 * and now and then a function that does not fit the earlier ones.
 *
 * <p>Edges come often: counts of 0, near 2^64 and of the pseudo values, many structural hashes
 * under one name, sites with more values than a file can hold and with the same value twice. The
 * same seed gives the same profiles. Confined to one thread.
 *
 * @since 0.1
 */
public final class ProfileGenerator {
  private static final int MOST_HASHES = 60;
  private static final int MOST_COUNTERS = 12;
  private static final int MOST_SITES = 5;
  private static final int MOST_VALUES = 300;
  private static final int MOST_BITMAP_BYTES = 9;
  private static final long CONTEXT_SENSITIVE = 1L << 60;

  private final Random random;
  private final LlvmRelease release;
  private final ProfileVariant variant;
  private final List<Function> functions = new ArrayList<>();

  private record Function(
      ProfileName name, long structuralHash, int counters, int bitmap, List<Integer> sites) {}

  /**
   * Starts a program.
   *
   * @param names how many distinct names it has
   * @param release the release whose text form can hold all that is made
   */
  public ProfileGenerator(long seed, int names, LlvmRelease release) {
    this.random = new Random(seed);
    this.release = release;
    this.variant = variant();
    for (int i = 0; i < names; i++) {
      addFunctions(ProfileName.of(name(i)));
    }
  }

  private ProfileVariant variant() {
    ProfileVariant chosen = ProfileVariant.NONE;
    if (chance(70)) {
      chosen = chosen.with(ProfileVariant.IR_LEVEL);
      if (chance(30)) {
        chosen = chosen.with(ProfileVariant.CONTEXT_SENSITIVE);
      }
    }
    return chance(20) ? chosen.with(ProfileVariant.ENTRY_FIRST) : chosen;
  }

  private String name(int i) {
    StringBuilder name = new StringBuilder();
    if (chance(20)) {
      name.append("dir/file").append(random.nextInt(5)).append(chance(50) ? ".c:" : ".c;");
    }
    name.append("fn").append(i);
    while (chance(40)) {
      name.append((char) ('a' + random.nextInt(26)));
    }
    return chance(3) ? name.append("ü€").toString() : name.toString();
  }

  private void addFunctions(ProfileName name) {
    int hashes =
        chance(80) ? 1 : chance(80) ? 1 + random.nextInt(4) : 1 + random.nextInt(MOST_HASHES);
    for (int i = 0; i < hashes; i++) {
      long hash = chance(50) ? random.nextInt(1000) + i * 1000L : random.nextLong() >>> 4;
      if (chance(10)) {
        hash |= CONTEXT_SENSITIVE;
      }
      functions.add(shape(name, hash));
    }
  }

  private Function shape(ProfileName name, long hash) {
    List<Integer> sites = new ArrayList<>();
    int kinds = release.follows(ReleaseRule.VTABLES) ? 3 : 2;
    for (int kind = 0; kind < ValueKind.all().size(); kind++) {
      sites.add(kind < kinds && chance(25) ? 1 + random.nextInt(MOST_SITES) : 0);
    }
    boolean bitmap = release.follows(ReleaseRule.BITMAPS) && chance(10);
    return new Function(
        name,
        hash,
        1 + random.nextInt(MOST_COUNTERS),
        bitmap ? 1 + random.nextInt(MOST_BITMAP_BYTES) : 0,
        sites);
  }

  /** Returns the next profile of the program, in the text form of the release. */
  public ProfileImage next() {
    ImageBuilder image = new ImageBuilder(ProfileFormat.textFor(release));
    boolean usual = chance(80);
    for (Function function : functions) {
      if (chance(80)) {
        add(image, chance(3) ? shape(function.name, function.structuralHash) : function, usual);
      }
    }
    return image.finish().variant(variant).build();
  }

  private void add(ImageBuilder image, Function function, boolean usual) {
    image.function(function.name, function.structuralHash);
    for (int i = 0; i < function.counters; i++) {
      image.counter(usual && chance(95) ? count() : extremeCount());
    }
    for (int i = 0; i < function.bitmap; i++) {
      image.bitmap((byte) random.nextInt());
    }
    for (ValueKind kind : ValueKind.all()) {
      for (int site = 0; site < function.sites.get(kind.number()); site++) {
        image.site(kind);
        addValues(image, kind);
      }
    }
  }

  private void addValues(ImageBuilder image, ValueKind kind) {
    int values =
        chance(90)
            ? random.nextInt(6)
            : chance(80) ? random.nextInt(40) : random.nextInt(MOST_VALUES);
    for (int i = 0; i < values; i++) {
      image.value(value(kind), chance(98) ? count() : extremeCount());
    }
  }

  private long value(ValueKind kind) {
    if (kind.namesTargets()) {
      return chance(30) ? 0 : functions.get(random.nextInt(functions.size())).name.hash();
    }
    return chance(90) ? random.nextInt(200) : random.nextLong();
  }

  private long count() {
    if (chance(35)) {
      return 0;
    }
    return chance(80) ? random.nextInt(1000) : random.nextLong() >>> 16 + random.nextInt(40);
  }

  private long extremeCount() {
    return switch (random.nextInt(6)) {
      case 0 -> -1 - random.nextInt(5);
      case 1 -> Long.MIN_VALUE + random.nextInt(3) - 1;
      case 2 -> random.nextLong();
      default -> count();
    };
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
