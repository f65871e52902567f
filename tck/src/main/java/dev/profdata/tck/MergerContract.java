package dev.profdata.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFeature;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.Finding;
import dev.profdata.io.FindingKind;
import dev.profdata.io.ProfileMismatchException;
import dev.profdata.model.FunctionRecord;
import dev.profdata.model.ImageBuilder;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileName;
import dev.profdata.model.ProfileVariant;
import dev.profdata.model.TraceSet;
import dev.profdata.spi.EngineInput;
import dev.profdata.spi.MergeEngine;
import dev.profdata.spi.MergeEngineProvider;
import dev.profdata.tck.gen.ProfileSample;
import dev.profdata.tck.gen.ProfileSamples;
import dev.profdata.tck.gen.ProfileTrials;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rules MERGE: merging is addition, by the rules of a release.
 *
 * @since 0.1
 */
public interface MergerContract extends FormatSubject {
  /** Returns the maker of the engines. */
  MergeEngineProvider engines();

  /** Returns a target of each release that can be asked for. */
  @Override
  default List<ProfileFormat> formats() {
    return LlvmRelease.all().stream()
        .filter(release -> release.compareTo(LlvmRelease.oldestTarget()) >= 0)
        .map(ProfileFormat::indexedFor)
        .toList();
  }

  private Sum sum(ProfileFormat format, InstrProfile... inputs) throws IOException {
    Sum sum = Sum.by(engines(), format);
    for (InstrProfile input : inputs) {
      sum.add(input, 1);
    }
    return sum;
  }

  private static void assertSame(InstrProfile expected, InstrProfile actual) {
    assertEquals(List.of(), ProfileDifferences.between(expected, actual));
  }

  @ForEachFormat
  @Rule("MERGE-1")
  default void countersAddUpAndSaturate(ProfileFormat format) {
    ProfileTrials.runs(format, 3)
        .forAll(
            runs -> {
              InstrProfile sum = sum(format, runs.toArray(InstrProfile[]::new)).profile();
              for (FunctionRecord function : sum.functions().toList()) {
                long[] expected = ReferenceSum.counters(runs, function);
                assertArrayEquals(expected, function.counters(), function::toString);
              }
              assertEquals(ReferenceSum.keys(runs), ReferenceSum.keys(List.of(sum)));
            });
  }

  @ForEachFormat
  @Rule("MERGE-2")
  default void theOrderDoesNotMatter(ProfileFormat format) {
    ProfileTrials.runs(format, 2)
        .forAll(
            runs ->
                assertSame(
                    sum(format, runs.get(0), runs.get(1)).profile(),
                    sum(format, runs.get(1), runs.get(0)).profile()));
  }

  @ForEachFormat
  @Rule("MERGE-3")
  default void theGroupingDoesNotMatter(ProfileFormat format) {
    ProfileTrials.runs(format, 3)
        .forAll(
            runs -> {
              InstrProfile left = sum(format, runs.get(0), runs.get(1)).profile();
              InstrProfile right = sum(format, runs.get(1), runs.get(2)).profile();
              assertSame(
                  sum(format, left, runs.get(2)).profile(),
                  sum(format, runs.get(0), right).profile());
            });
  }

  @ForEachFormat
  @Rule("MERGE-4")
  default void anEmptyProfileOfTheSameKindChangesNothing(ProfileFormat format) {
    ProfileTrials.runs(format, 1)
        .forAll(
            runs -> {
              ProfileVariant variant = runs.get(0).variant();
              InstrProfile empty =
                  InstrProfile.of(new ImageBuilder(format).finish().variant(variant).build());
              InstrProfile alone = sum(format, runs.get(0)).profile();
              assertSame(alone, sum(format, runs.get(0), empty).profile());
              assertSame(alone, sum(format, empty, runs.get(0)).profile());
            });
  }

  @ForEachFormat
  @Rule("MERGE-5")
  default void aWeightIsRepetition(ProfileFormat format) {
    ProfileTrials.runs(format, 1)
        .forAll(
            runs -> {
              InstrProfile a = runs.get(0);
              Sum weighted = Sum.by(engines(), format);
              weighted.add(a, 3);
              assertSame(sum(format, a, a, a).profile(), weighted.profile());
            });
  }

  @ForEachFormat(needs = ProfileFeature.BINARY_IDS)
  @Rule("MERGE-6")
  default void binaryIdsUniteAsASet(ProfileFormat format) {
    ProfileTrials.runs(format, 2)
        .forAll(
            runs -> {
              Set<Object> expected = new TreeSet<>(runs.get(0).binaryIds());
              InstrProfile sum = sum(format, runs.get(0), runs.get(1), runs.get(0)).profile();
              assertEquals(List.copyOf(expected), sum.binaryIds());
            });
  }

  @ForEachFormat(needs = ProfileFeature.BITMAPS)
  @Rule("MERGE-7")
  default void bitmapsUniteBitByBit(ProfileFormat format) throws IOException {
    InstrProfile sum = sum(format, bitmap(format, 0x81, 0x02), bitmap(format, 0x11, 0)).profile();
    FunctionRecord function = sum.functions().findFirst().orElseThrow();
    assertArrayEquals(new byte[] {(byte) 0x91, 0x02}, function.bitmap());
  }

  private static InstrProfile bitmap(ProfileFormat format, int first, int second) {
    ImageBuilder image = new ImageBuilder(format).function(ProfileName.of("f"), 1).counter(1);
    return InstrProfile.of(image.bitmap((byte) first).bitmap((byte) second).build());
  }

  @ForEachFormat(needs = ProfileFeature.VALUE_DATA)
  @Rule("MERGE-8")
  default void valuesOfASiteAddUpOneByOne(ProfileFormat format) {
    ProfileTrials.runs(format, 2)
        .forAll(
            runs -> {
              InstrProfile sum = sum(format, runs.get(0), runs.get(1)).profile();
              for (FunctionRecord function : sum.functions().toList()) {
                assertEquals(
                    ReferenceSum.values(runs, function),
                    ReferenceSum.values(List.of(sum), function),
                    function::toString);
              }
            });
  }

  @ForEachFormat
  @Rule("MERGE-9")
  default void whatDoesNotFitIsReportedAndLeavesTheSum(ProfileFormat format) throws IOException {
    ProfileName name = ProfileName.of("f");
    ProfileImage two = new ImageBuilder(format).function(name, 1).counters(1, 2).build();
    ProfileImage three =
        new ImageBuilder(format)
            .function(name, 1)
            .counters(1, 2, 3)
            .function(ProfileName.of("g"), 1)
            .counters(4)
            .build();
    Sum sum = sum(format, InstrProfile.of(two), InstrProfile.of(three));
    assertTrue(
        sum.findings().stream()
            .anyMatch(
                finding ->
                    finding.kind() == FindingKind.COUNT_MISMATCH
                        && finding.function().equals(Optional.of("f"))),
        () -> "findings: " + sum.findings());
    InstrProfile profile = sum.profile();
    assertArrayEquals(new long[] {1, 2}, profile.function("f").orElseThrow().counters());
    assertArrayEquals(new long[] {4}, profile.function("g").orElseThrow().counters());
  }

  @ForEachFormat
  @Rule("MERGE-10")
  default void anOverflowIsReported(ProfileFormat format) throws IOException {
    ProfileImage large =
        new ImageBuilder(format).function(ProfileName.of("f"), 1).counters(1, -4).build();
    Sum sum = sum(format, InstrProfile.of(large), InstrProfile.of(large));
    assertEquals(
        List.of(FindingKind.COUNTER_OVERFLOW), sum.findings().stream().map(Finding::kind).toList());
    long counter = sum.profile().function("f").orElseThrow().counter(1);
    assertTrue(Long.compareUnsigned(counter, -4) > 0, () -> Long.toUnsignedString(counter));
  }

  @ForEachFormat
  @Rule("MERGE-11")
  default void enginesOfThreadsAddUpTheSame(ProfileFormat format) {
    ProfileTrials.runs(format, 2)
        .forAll(
            runs -> {
              Sum left = sum(format, runs.get(0));
              left.addAll(sum(format, runs.get(1)));
              assertEquals(ReferenceSum.keys(runs), ReferenceSum.keys(List.of(left.profile())));
              for (FunctionRecord function : left.profile().functions().toList()) {
                assertArrayEquals(
                    ReferenceSum.counters(runs, function), function.counters(), function::toString);
              }
            });
  }

  @ForEachFormat
  @Rule("MERGE-12")
  default void sameInputsGiveTheSameSumInTheSameOrder(ProfileFormat format) {
    ProfileTrials.runs(format, 2)
        .forAll(
            runs -> {
              Sum sum = sum(format, runs.get(0), runs.get(1));
              List<FunctionRecord> first = sum.profile().functions().toList();
              assertEquals(first, sum.profile().functions().toList(), "by the same engine");
              Sum other = sum(format, runs.get(0), runs.get(1));
              assertEquals(first, other.profile().functions().toList(), "by another engine");
            });
  }

  @ForEachFormat(needs = ProfileFeature.TEMPORAL_TRACES)
  @Rule("MERGE-13")
  default void tracesAreKeptAsLongAsThereIsRoom(ProfileFormat format) throws IOException {
    for (ProfileSample sample : ProfileSamples.showing(ProfileFeature.TEMPORAL_TRACES, format)) {
      TraceSet one = sample.profile().traces();
      TraceSet both = sum(format, sample.profile(), sample.profile()).profile().traces();
      assertEquals(2 * one.traces().size(), both.traces().size());
      assertEquals(2 * one.streamSize(), both.streamSize());
    }
  }

  @ForEachFormat
  @Rule("MERGE-14")
  default void kindsThatDoNotGoTogetherAreRefused(ProfileFormat format) throws IOException {
    ProfileFormat text = ProfileFormat.textFor(format.release());
    ProfileVariant ir = ProfileVariant.NONE.with(ProfileVariant.IR_LEVEL);
    MergeEngine engine = Sum.engine(engines(), format);
    engine.input(new EngineInput("ir", text, ir, 1), finding -> {}).visitEnd();
    ProfileVariant frontEnd = new ProfileVariant(0, true);
    assertThrows(
        ProfileMismatchException.class,
        () -> engine.input(new EngineInput("fe", text, frontEnd, 1), finding -> {}));
  }
}
