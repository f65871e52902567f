package dev.profdata.indexed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.Limits;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileMismatchException;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.io.RecordPolicies;
import dev.profdata.model.FunctionRecord;
import dev.profdata.model.ImageBuilder;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileName;
import dev.profdata.model.ProfileVariant;
import dev.profdata.model.TemporalTrace;
import dev.profdata.model.TraceSet;
import dev.profdata.model.ValueKind;
import dev.profdata.model.ValueSite;
import dev.profdata.spi.EngineInput;
import dev.profdata.spi.MergeEngine;
import dev.profdata.spi.MergeSettings;
import dev.profdata.spi.PartialSum;
import dev.profdata.tck.gen.ProfileTrials;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums that are taken out of one engine and go on in another. */
class PartialSumTest {
  private static final LlvmRelease RELEASE = LlvmRelease.of(22);
  private static final ProfileFormat FORMAT = ProfileFormat.indexedFor(RELEASE);
  private static final byte[] NOTE = {1, 2, 3};

  private static MergeEngine combinable(LlvmRelease release) {
    MergeSettings usual = MergeSettings.of(release);
    return new MergeEngineFactory()
        .newEngine(
            new MergeSettings(
                release,
                false,
                false,
                usual.traceReservoir(),
                usual.maxTraceLength(),
                RecordPolicies.DEFAULT,
                true));
  }

  private static byte[] partialSum(MergeEngine engine) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    engine.writePartialSum(bytes, NOTE);
    return bytes.toByteArray();
  }

  private static PartialSum read(byte[] bytes) throws IOException {
    try (ProfileInput input = ProfileSource.of("part", bytes).open()) {
      return new MergeEngineFactory().readPartialSum(input, Limits.DEFAULT).orElseThrow();
    }
  }

  private static void add(MergeEngine engine, byte[] sum, long weight) throws IOException {
    engine.add(read(sum), "part", weight, finding -> {});
  }

  private static void add(MergeEngine engine, InstrProfile profile, long weight)
      throws IOException {
    ProfileVisitor visitor =
        engine.input(
            new EngineInput("input", profile.format(), profile.variant(), weight), finding -> {});
    for (ProfileImage image : profile.images()) {
      visitor.visitImage(image);
    }
    visitor.visitTraces(profile.traces());
    visitor.visitEnd();
  }

  private static byte[] written(MergeEngine engine, ProfileFormat format) throws IOException {
    return InMemory.write(engine, format, InMemory.ALLOWING_ALL);
  }

  /** Adds parts up in a random tree of neighbours and writes the profile. */
  private static byte[] throughATree(
      List<InstrProfile> runs, long[] weights, ProfileFormat format, Random random)
      throws IOException {
    List<byte[]> parts = new ArrayList<>();
    for (int run = 0; run < runs.size(); run++) {
      MergeEngine engine = combinable(format.release());
      add(engine, runs.get(run), weights[run]);
      parts.add(partialSum(engine));
    }
    while (parts.size() > 1) {
      int at = random.nextInt(parts.size() - 1);
      MergeEngine engine = combinable(format.release());
      add(engine, parts.get(at), 1);
      add(engine, parts.remove(at + 1), 1);
      parts.set(at, partialSum(engine));
    }
    MergeEngine whole = InMemory.engine(format);
    add(whole, parts.get(0), 1);
    return written(whole, format);
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 14, 15, 16, 17, 18, 19, 22, 23})
  void anyTreeOfPartsIsTheSameAsOneMerge(int release) {
    ProfileFormat text = ProfileFormat.textFor(LlvmRelease.of(release));
    ProfileFormat format = ProfileFormat.indexedFor(LlvmRelease.of(release));
    Random random = new Random(release);
    ProfileTrials.runs(text, 6)
        .tries(60)
        .forAll(
            runs -> {
              long[] weights = random.longs(6, 1, 4).toArray();
              weights[random.nextInt(6)] = random.nextBoolean() ? 1L << 32 : -1;
              MergeEngine one = InMemory.engine(format);
              for (int run = 0; run < runs.size(); run++) {
                add(one, runs.get(run), weights[run]);
              }
              assertArrayEquals(written(one, format), throughATree(runs, weights, format, random));
            });
  }

  private static InstrProfile callsOf(int firstTarget, int targets, long count) {
    ImageBuilder image = new ImageBuilder(ProfileFormat.textFor(RELEASE));
    image.function(ProfileName.of("caller"), 1).counter(count);
    image.site(ValueKind.INDIRECT_CALL_TARGET);
    for (int target = firstTarget; target < firstTarget + targets; target++) {
      image.value(target, count);
    }
    return InstrProfile.of(
        image.finish().variant(ProfileVariant.NONE.with(ProfileVariant.IR_LEVEL)).build());
  }

  @Test
  void valuesBeyondTheLimitAreCutInTheEndOnly() throws IOException {
    // 200 rare targets, 200 others, and then the first 200 again, often: step by step the first
    // ones would have been cut and counted anew.
    List<InstrProfile> runs = List.of(callsOf(1, 200, 2), callsOf(201, 200, 3), callsOf(1, 200, 2));
    byte[] whole = throughATree(runs, new long[] {1, 1, 1}, FORMAT, new Random(1));
    FunctionRecord caller = InMemory.read(whole, FORMAT).function("caller").orElseThrow();
    List<ValueSite.Value> values =
        caller.valueSites(ValueKind.INDIRECT_CALL_TARGET).get(0).values();
    assertEquals(255, values.size());
    assertEquals(4, values.get(0).count());
    assertEquals(4, values.get(199).count());
    assertEquals(3, values.get(200).count());
  }

  @Test
  void theWeightOfANewValueIsDecidedWhenAllAreTogether() throws IOException {
    // LLVM leaves the weight out for a value that is new to its site, but not in the first record.
    List<InstrProfile> runs = List.of(callsOf(1, 1, 10), callsOf(2, 1, 10), callsOf(2, 1, 10));
    long[] weights = {1, 3, 5};
    MergeEngine one = InMemory.engine(FORMAT);
    for (int run = 0; run < 3; run++) {
      add(one, runs.get(run), weights[run]);
    }
    for (int seed = 0; seed < 4; seed++) {
      assertArrayEquals(
          written(one, FORMAT), throughATree(runs, weights, FORMAT, new Random(seed)));
    }
  }

  @Test
  void aWeightOfASumIsOneOfEachInput() throws IOException {
    List<InstrProfile> runs = List.of(callsOf(1, 3, 10), callsOf(2, 3, 7));
    MergeEngine one = InMemory.engine(FORMAT);
    add(one, runs.get(0), 6);
    add(one, runs.get(1), 3);
    MergeEngine part = combinable(RELEASE);
    add(part, runs.get(0), 2);
    add(part, runs.get(1), 1);
    MergeEngine weighted = InMemory.engine(FORMAT);
    add(weighted, partialSum(part), 3);
    assertArrayEquals(written(one, FORMAT), written(weighted, FORMAT));
  }

  private static InstrProfile traced(int run) {
    ImageBuilder image = new ImageBuilder(ProfileFormat.textFor(RELEASE));
    long[] hashes = new long[3];
    for (int i = 0; i < hashes.length; i++) {
      ProfileName name = ProfileName.of("f" + (run + i) % 5);
      image.function(name, 1).counter(1);
      hashes[i] = name.hash();
    }
    ProfileVariant temporal =
        ProfileVariant.NONE.with(ProfileVariant.IR_LEVEL).with(ProfileVariant.TEMPORAL);
    return InstrProfile.of(
        ProfileFormat.textFor(RELEASE),
        List.of(image.finish().variant(temporal).build()),
        new TraceSet(List.of(TemporalTrace.of(1, hashes)), 1));
  }

  @ParameterizedTest
  @ValueSource(ints = {17, 19, 22})
  void tracesAreSampledInTheEnd(int release) throws IOException {
    LlvmRelease rules = LlvmRelease.of(release);
    ProfileFormat format = ProfileFormat.indexedFor(rules);
    List<InstrProfile> runs = new ArrayList<>();
    MergeEngine one = InMemory.engine(format);
    for (int run = 0; run < 150; run++) {
      runs.add(traced(run));
      add(one, traced(run), 1);
    }
    long[] weights = new long[runs.size()];
    Arrays.fill(weights, 1);
    assertArrayEquals(
        written(one, format), throughATree(runs, weights, format, new Random(release)));
  }

  @Test
  void sumsOfOtherRulesDoNotJoin() throws IOException {
    MergeEngine other = combinable(LlvmRelease.of(16));
    byte[] sum = partialSum(other);
    ProfileMismatchException refused =
        assertThrows(ProfileMismatchException.class, () -> add(InMemory.engine(FORMAT), sum, 1));
    assertEquals(ErrorKind.PARTIAL_SUM_MISMATCH, refused.kind());
  }

  @Test
  void theNoteComesBack() throws IOException {
    assertArrayEquals(NOTE, read(partialSum(combinable(RELEASE))).note());
  }

  @Test
  void everyCutAndEveryChangedByteIsRefused() throws IOException {
    MergeEngine engine = combinable(RELEASE);
    add(engine, callsOf(1, 3, 10), 2);
    add(engine, traced(1), 1);
    byte[] sum = partialSum(engine);
    for (int length = 8; length < sum.length; length++) {
      byte[] cut = Arrays.copyOf(sum, length);
      assertThrows(ProfileException.class, () -> read(cut), "cut to " + length);
    }
    for (int at = 8; at < sum.length; at++) {
      byte[] changed = sum.clone();
      changed[at] ^= 0x41;
      assertThrows(ProfileException.class, () -> read(changed), "changed at " + at);
    }
  }

  @Test
  void whoeverMendsTheChecksumGetsAResultOrAnError() throws IOException {
    MergeEngine engine = combinable(RELEASE);
    add(engine, callsOf(1, 3, 10), 2);
    add(engine, traced(1), 1);
    byte[] sum = partialSum(engine);
    Random random = new Random(4);
    for (int attempt = 0; attempt < 20_000; attempt++) {
      byte[] changed = sum.clone();
      for (int i = 0; i <= random.nextInt(3); i++) {
        changed[8 + random.nextInt(changed.length - 12)] = (byte) random.nextInt();
      }
      readAndAdd(PartialSums.withRightChecksum(changed));
    }
  }

  private static void readAndAdd(byte[] sum) throws IOException {
    try {
      MergeEngine engine = InMemory.engine(FORMAT);
      add(engine, sum, 1);
      add(engine, sum, 3);
      written(engine, FORMAT);
    } catch (ProfileException e) {
      // As it should be.
    }
  }
}
