package dev.profdata.tck.gen;

import dev.profdata.format.ProfileFamily;
import dev.profdata.format.ProfileFeature;
import dev.profdata.format.ProfileFormat;
import dev.profdata.model.BinaryId;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.ImageBuilder;
import dev.profdata.model.ImageCounts;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.NameTable;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileName;
import dev.profdata.model.ProfileVariant;
import dev.profdata.model.TemporalTrace;
import dev.profdata.model.TraceSet;
import dev.profdata.model.VTable;
import dev.profdata.model.ValueKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Small profiles, each of which shows one thing that a format may hold, at its edges.
 *
 * <p>Every function has a name and a structural hash of its own, so that formats that add equal
 * functions up keep all of them. Confined to one thread.
 *
 * @since 0.1
 */
public final class ProfileSamples {
  private static final ProfileName MAIN = ProfileName.of("main");
  private static final ProfileName CALLEE = ProfileName.of("callee");
  private static final ProfileName TABLE = ProfileName.of("_ZTV5Shape");
  private static final ProfileVariant IR = ProfileVariant.NONE.with(ProfileVariant.IR_LEVEL);
  private static final int MANY_FUNCTIONS = 300;
  private static final int MOST_VALUES = 255;
  private static final int LONGEST_NAME = 17;

  private final ProfileFormat format;

  private ProfileSamples(ProfileFormat format) {
    this.format = format;
  }

  /** Returns all samples that a format can hold, made for it. */
  public static List<ProfileSample> heldBy(ProfileFormat format) {
    return all(format).filter(sample -> sample.isHeldBy(format)).toList();
  }

  /** Returns all samples that a format can hold and that show a feature, at least one. */
  public static List<ProfileSample> showing(ProfileFeature feature, ProfileFormat format) {
    List<ProfileSample> found =
        all(format).filter(sample -> sample.needs().contains(feature)).toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException("no sample shows " + feature);
    }
    return found.stream().filter(sample -> sample.isHeldBy(format)).toList();
  }

  /** Returns all samples that a format can <em>not</em> hold. */
  public static List<ProfileSample> beyond(ProfileFormat format) {
    return all(format).filter(sample -> !sample.isHeldBy(format)).toList();
  }

  private static Stream<ProfileSample> all(ProfileFormat format) {
    ProfileSamples samples = new ProfileSamples(format);
    return Stream.of(
            Stream.of(
                samples.empty(),
                samples.edgesOfCounters(),
                samples.oddNames(),
                samples.manyFunctions(),
                samples.severalHashes(),
                samples.unnamed(),
                samples.severalImages()),
            samples.flags(),
            Stream.of(
                samples.byteCoverage(),
                samples.binaryIds(),
                samples.callTargets(),
                samples.mostValues(),
                samples.memorySizes(),
                samples.virtualTables(),
                samples.bitmaps(),
                samples.temporal()),
            samples.uniform())
        .flatMap(sample -> sample);
  }

  private ImageBuilder image() {
    return new ImageBuilder(format);
  }

  private ImageBuilder twoFunctions() {
    return image().function(MAIN, 0x11).counters(1, 0).function(CALLEE, 0x22).counters(7);
  }

  private static ProfileSample sample(
      String name, ProfileImage.Builder image, ProfileFeature... needs) {
    return sample(name, InstrProfile.of(image.build()), needs);
  }

  private static ProfileSample sample(String name, InstrProfile profile, ProfileFeature... needs) {
    Set<ProfileFeature> set = EnumSet.noneOf(ProfileFeature.class);
    set.addAll(List.of(needs));
    return new ProfileSample(name, set, profile);
  }

  private ProfileSample empty() {
    return sample("no functions", image().finish());
  }

  private ProfileSample edgesOfCounters() {
    return sample(
        "counters of 0, 1, 2^8, 2^32, 2^63 and 2^64-1",
        image()
            .function(MAIN, 0x11)
            .counters(0, 1, 0xFF, 0x100, 0xFFFF_FFFFL, 1L << 32, Long.MIN_VALUE, -1)
            .function(CALLEE, -1)
            .counters(0x0123_4567_89AB_CDEFL)
            .finish());
  }

  private ProfileSample oddNames() {
    ImageBuilder image = image();
    StringBuilder name = new StringBuilder();
    for (int length = 1; length <= LONGEST_NAME; length++) {
      image.function(ProfileName.of(name.append('n').toString()), length).counters(length);
    }
    image.function(ProfileName.of("dir/file.c:local"), 1).counters(1);
    image.function(ProfileName.of("ünïcödé€"), 1).counters(1);
    return sample("names of 1 to 17 bytes, local ones and UTF-8", image.finish());
  }

  private ProfileSample manyFunctions() {
    ImageBuilder image = image();
    for (int i = 0; i < MANY_FUNCTIONS; i++) {
      image.function(ProfileName.of("function" + i), i * 0x9E37_79B9_7F4A_7C15L);
      for (int counter = 0; counter <= i % 5; counter++) {
        image.counter(1000L * i + counter);
      }
    }
    return sample("300 functions", image.finish());
  }

  private ProfileSample severalHashes() {
    ImageBuilder image = image().function(MAIN, 1).counters(1, 2).sameName(2).counters(3);
    return sample(
        "three structural hashes under one name",
        image.sameName(-3).counters(4, 5, 6).finish(),
        ProfileFeature.SEVERAL_HASHES);
  }

  private ProfileSample unnamed() {
    FunctionTable.Builder table = FunctionTable.builder();
    table.addRow(MAIN.hash(), 0x11);
    table.counters(0, 2);
    table.addRow(0x1234_5678_9ABC_DEF0L, 0x22);
    table.counters(2, 1);
    NameTable.Builder names = NameTable.builder();
    names.add(MAIN);
    ImageCounts counts = ImageCounts.builder().counters(new long[] {1, 2, 3}).build();
    return sample(
        "a function of which only the name hash is known",
        ProfileImage.builder(format, table.build(names.build()), counts),
        ProfileFeature.UNNAMED_FUNCTIONS);
  }

  private ProfileSample severalImages() {
    ProfileImage program = twoFunctions().build();
    ProfileImage library = image().function(ProfileName.of("library"), 3).counters(9).build();
    return sample(
        "a program and a library",
        InstrProfile.of(format, List.of(program, library), TraceSet.EMPTY),
        ProfileFeature.SEVERAL_IMAGES);
  }

  private Stream<ProfileSample> flags() {
    return Stream.of(
        flag("IR level", IR, ProfileFeature.IR_LEVEL),
        flag(
            "context-sensitive",
            IR.with(ProfileVariant.CONTEXT_SENSITIVE),
            ProfileFeature.IR_LEVEL,
            ProfileFeature.CONTEXT_SENSITIVE),
        flag(
            "entry first",
            IR.with(ProfileVariant.ENTRY_FIRST),
            ProfileFeature.IR_LEVEL,
            ProfileFeature.ENTRY_FIRST),
        flag(
            "function entry only",
            IR.with(ProfileVariant.FUNCTION_ENTRY_ONLY),
            ProfileFeature.IR_LEVEL,
            ProfileFeature.FUNCTION_ENTRY_ONLY),
        flag(
            "loop entries",
            IR.with(ProfileVariant.LOOP_ENTRIES),
            ProfileFeature.IR_LEVEL,
            ProfileFeature.LOOP_ENTRIES));
  }

  private ProfileSample flag(String name, ProfileVariant variant, ProfileFeature... needs) {
    return sample("flag: " + name, twoFunctions().finish().variant(variant), needs);
  }

  private ProfileSample byteCoverage() {
    ImageBuilder image = image().function(MAIN, 0x11).counters(1, 0, 1);
    return sample(
        "counters that only tell covered or not",
        image.finish().variant(IR.with(ProfileVariant.BYTE_COVERAGE)),
        ProfileFeature.IR_LEVEL,
        ProfileFeature.BYTE_COVERAGE);
  }

  private ProfileSample binaryIds() {
    byte[] gnu = new byte[20];
    gnu[19] = -1;
    return sample(
        "binary ids of 20 and of 1 byte",
        twoFunctions().finish().binaryIds(List.of(BinaryId.of(gnu), BinaryId.of((byte) 9))),
        ProfileFeature.BINARY_IDS);
  }

  private ProfileSample callTargets() {
    ImageBuilder image = image().function(MAIN, 0x11).counters(5, 6);
    image.site(ValueKind.INDIRECT_CALL_TARGET).value(CALLEE.hash(), 3).value(MAIN.hash(), 1);
    image.site(ValueKind.INDIRECT_CALL_TARGET);
    image.site(ValueKind.INDIRECT_CALL_TARGET).value(0, -1);
    return sample(
        "call targets, known and unknown, and a site without any",
        image.function(CALLEE, 0x22).counters(4).finish(),
        ProfileFeature.VALUE_DATA);
  }

  private ProfileSample mostValues() {
    ImageBuilder image = image().function(MAIN, 0x11).counters(1).site(ValueKind.MEMOP_SIZE);
    for (int size = 0; size < MOST_VALUES; size++) {
      image.value(size, MOST_VALUES - size);
    }
    return sample(
        "a site of 255 values",
        image.finish(),
        ProfileFeature.VALUE_DATA,
        ProfileFeature.MEMOP_SIZES);
  }

  private ProfileSample memorySizes() {
    ImageBuilder image = image().function(MAIN, 0x11).counters(1);
    image.site(ValueKind.MEMOP_SIZE).value(0, 1).value(16, 1L << 40).value(1L << 20, 2);
    return sample(
        "sizes of memory operations",
        image.finish(),
        ProfileFeature.VALUE_DATA,
        ProfileFeature.MEMOP_SIZES);
  }

  private ProfileSample virtualTables() {
    ImageBuilder image = image().function(MAIN, 0x11).counters(1);
    image.site(ValueKind.VTABLE_TARGET).value(TABLE.hash(), 12);
    NameTable.Builder names = NameTable.builder();
    names.add(TABLE);
    return sample(
        "a virtual table at a value site",
        image.finish().vtables(names.build(), List.of(new VTable(TABLE.hash(), 0x1000, 32))),
        ProfileFeature.VALUE_DATA,
        ProfileFeature.VTABLES);
  }

  private ProfileSample bitmaps() {
    ImageBuilder image = image().function(MAIN, 0x11).counters(1, 2);
    image.bitmap((byte) 0x81).bitmap((byte) 0).bitmap((byte) 0xFF);
    return sample(
        "bitmaps of three bytes, of none and of one",
        image
            .function(CALLEE, 0x22)
            .counters(3)
            .function(ProfileName.of("last"), 0x33)
            .counters(4)
            .bitmap((byte) 1)
            .finish(),
        ProfileFeature.BITMAPS);
  }

  private ProfileSample temporal() {
    ProfileImage untimed = twoFunctions().build();
    ImageCounts counts =
        ImageCounts.builder().counters(new long[] {1, 0, 7}).timestamps(new long[] {9, 4}).build();
    ProfileImage image =
        ProfileImage.builder(format, untimed.functions(), counts)
            .variant(IR.with(ProfileVariant.TEMPORAL))
            .build();
    TraceSet traces = new TraceSet(List.of(TemporalTrace.of(1, CALLEE.hash(), MAIN.hash())), 1);
    return sample(
        "a temporal trace",
        InstrProfile.of(format, List.of(image), traces),
        ProfileFeature.IR_LEVEL,
        ProfileFeature.TEMPORAL_TRACES);
  }

  /** Raw profiles count twice, indexed ones keep a bit of each counter. */
  private Stream<ProfileSample> uniform() {
    if (format.family() != ProfileFamily.RAW) {
      return Stream.of(
          sample(
              "uniformity bits of a GPU function",
              image().function(MAIN, 0x11).counters(5, 6).uniformity((byte) 2).finish().variant(IR),
              ProfileFeature.IR_LEVEL,
              ProfileFeature.UNIFORM_COUNTERS));
    }
    ProfileImage plain = twoFunctions().build();
    ImageCounts counts =
        ImageCounts.builder()
            .counters(new long[] {1, 0, 7})
            .uniformCounters(new long[] {1, 0, 3})
            .build();
    return Stream.of(
        sample(
            "uniform counters of a GPU function",
            ProfileImage.builder(format, plain.functions(), counts).variant(IR),
            ProfileFeature.IR_LEVEL,
            ProfileFeature.UNIFORM_COUNTERS));
  }
}
