package dev.profdata.indexed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.FindingKind;
import dev.profdata.io.Limit;
import dev.profdata.io.Limits;
import dev.profdata.io.LossyConversionException;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ProfileTooLargeException;
import dev.profdata.io.ReadOptions;
import dev.profdata.io.WriteOptions;
import dev.profdata.model.FunctionRecord;
import dev.profdata.model.ImageBuilder;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileName;
import dev.profdata.model.ProfileVariant;
import dev.profdata.spi.MergeEngine;
import dev.profdata.tck.gen.ProfileGenerator;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IndexedProfileTest {
  private static final LlvmRelease NEWEST = LlvmRelease.newest();

  static IntStream versions() {
    return IntStream.rangeClosed(1, 14);
  }

  private static ProfileImage random(long seed) {
    return new ProfileGenerator(seed, 60, NEWEST).next();
  }

  private static ProfileImage threeFunctions() {
    return new ImageBuilder(ProfileFormat.text())
        .function(ProfileName.of("a"), 1)
        .counters(1, 2)
        .function(ProfileName.of("b"), 2)
        .counters(3)
        .function(ProfileName.of("c"), 3)
        .counters(0, 4, 5)
        .build();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void everyVersionReadsWhatItWrote(int version) throws IOException {
    ProfileFormat format = ProfileFormat.indexed(version);
    InstrProfile read = InMemory.read(InMemory.write(threeFunctions(), format), format);
    assertEquals(format, read.format());
    assertEquals(
        new HashSet<>(threeFunctions().records()), new HashSet<>(read.images().get(0).records()));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void rewritingAFileKeepsItsRecords(int version) throws IOException {
    ProfileFormat format = ProfileFormat.indexed(version);
    for (long seed = 0; seed < 5; seed++) {
      byte[] once = InMemory.write(random(seed), format);
      MergeEngine engine = InMemory.engine(format);
      InMemory.add(engine, InMemory.read(once, format).images().get(0));
      byte[] twice = InMemory.write(engine, format, InMemory.ALLOWING_ALL);
      assertEquals(
          new HashSet<>(InMemory.read(once, format).images().get(0).records()),
          new HashSet<>(InMemory.read(twice, format).images().get(0).records()));
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void lookupFindsAllRecordsOfAName(int version) throws IOException {
    ProfileFormat format = ProfileFormat.indexed(version);
    byte[] bytes = InMemory.write(random(7), format);
    try (ProfileReader reader = InMemory.open(bytes, format)) {
      InstrProfile whole = InMemory.read(bytes, format);
      for (FunctionRecord function : whole.functions().toList()) {
        assertEquals(whole.functions(function.name()), reader.lookup(function.name()));
      }
      assertEquals(List.of(), reader.lookup(ProfileName.of("nobody")));
    }
  }

  @Test
  void versionOneRefusesSeveralHashes() {
    ProfileImage image =
        new ImageBuilder(ProfileFormat.text())
            .function(ProfileName.of("a"), 1)
            .counter(1)
            .sameName(2)
            .counter(1)
            .build();
    MergeEngine engine = InMemory.engine(ProfileFormat.indexed(1));
    LossyConversionException refusal =
        assertThrows(
            LossyConversionException.class,
            () -> {
              InMemory.add(engine, image);
              InMemory.write(engine, ProfileFormat.indexed(1), WriteOptions.DEFAULT);
            });
    assertEquals(FindingKind.SEVERAL_HASHES, refusal.losses().get(0).kind());
  }

  @Test
  void sparseLeavesOutNamesThatWereNeverReached() throws IOException {
    ProfileImage image =
        new ImageBuilder(ProfileFormat.text())
            .function(ProfileName.of("cold"), 1)
            .counters(0, 0)
            .function(ProfileName.of("warm"), 1)
            .counter(0)
            .sameName(2)
            .counter(1)
            .build();
    ProfileFormat format = ProfileFormat.indexed(13);
    MergeEngine engine = InMemory.engine(format);
    InMemory.add(engine, image);
    InstrProfile read =
        InMemory.read(
            InMemory.write(engine, format, WriteOptions.DEFAULT.withSparse(true)), format);
    assertEquals(
        Set.of("warm"),
        new HashSet<>(read.functions().map(function -> function.name().toString()).toList()));
    assertEquals(2, read.functionCount());
  }

  @Test
  void anEmptyProfileHasTheSizeThatLlvmsHas() throws IOException {
    int[][] sizes = {{13, 512}, {15, 520}, {16, 536}, {17, 544}, {19, 560}, {23, 560}};
    for (int[] size : sizes) {
      ProfileFormat format = ProfileFormat.indexedFor(LlvmRelease.of(size[0]));
      byte[] bytes = InMemory.write(InMemory.engine(format), format, WriteOptions.DEFAULT);
      assertEquals(size[1], bytes.length, "LLVM " + size[0]);
    }
  }

  @Test
  void memoryProfileRecordsAreALossAndTheirFlagGoesWithThem() throws IOException {
    ProfileFormat format = ProfileFormat.indexed(12);
    ProfileVariant flagged = ProfileVariant.NONE.with(ProfileVariant.MEMPROF);
    ProfileImage image = threeFunctions().toBuilder().variant(flagged).build();
    MergeEngine engine = InMemory.engine(format);
    InMemory.add(engine, image);
    LossyConversionException refusal =
        assertThrows(
            LossyConversionException.class,
            () -> InMemory.write(engine, format, WriteOptions.DEFAULT));
    assertEquals(FindingKind.MEMPROF, refusal.losses().get(0).kind());
    byte[] bytes = InMemory.write(engine, format, InMemory.ALLOWING_ALL);
    assertEquals(ProfileVariant.NONE, InMemory.read(bytes, format).variant());
  }

  @Test
  void theLimitOfFunctionsIsNamed() throws IOException {
    ProfileFormat format = ProfileFormat.indexed(9);
    byte[] bytes = InMemory.write(threeFunctions(), format);
    ProfileInput input = ProfileSource.of("sample", bytes).open();
    ProfileReader reader =
        new IndexedFormatProvider()
            .open(input, ReadOptions.DEFAULT.withLimits(Limits.DEFAULT.withMaxFunctions(2)));
    ProfileTooLargeException error =
        assertThrows(ProfileTooLargeException.class, () -> reader.accept(image -> {}));
    assertEquals(Optional.of(Limit.FUNCTIONS), error.limit());
  }

  @Test
  void anUnknownHashTypeIsNamed() throws IOException {
    ProfileFormat format = ProfileFormat.indexed(9);
    byte[] bytes = InMemory.write(threeFunctions(), format);
    bytes[24] = 1;
    ProfileException error =
        assertThrows(ProfileException.class, () -> InMemory.read(bytes, format));
    assertEquals(ErrorKind.UNSUPPORTED_HASH_TYPE, error.kind());
    assertEquals(24, error.offset().orElseThrow());
  }

  @Test
  void everyPrefixAndEveryChangedByteReadsOrSaysWhere() throws IOException {
    for (int version : new int[] {1, 3, 7, 9, 10, 12, 14}) {
      ProfileFormat format = ProfileFormat.indexed(version);
      byte[] bytes = InMemory.write(random(3), format);
      bytes = bytes.length > 20_000 ? InMemory.write(threeFunctions(), format) : bytes;
      for (int length = 16; length < bytes.length; length += 1 + length / 200) {
        readOrSayWhere(Arrays.copyOf(bytes, length), format);
      }
      for (int at = 16; at < bytes.length; at++) {
        byte[] changed = bytes.clone();
        changed[at] ^= (byte) (1 << at % 8);
        readOrSayWhere(changed, format);
      }
    }
  }

  private static void readOrSayWhere(byte[] bytes, ProfileFormat format) throws IOException {
    try (ProfileReader reader = InMemory.open(bytes, format)) {
      reader.accept(image -> {});
    } catch (ProfileException e) {
      assertTrue(e.offset().isPresent(), e.getMessage());
    }
  }

  @Test
  void aHugeNumberOfCountersIsRefusedBeforeAnythingIsAllocated() throws IOException {
    ProfileFormat format = ProfileFormat.indexed(7);
    byte[] bytes = InMemory.write(threeFunctions(), format);
    ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int counters = 40 + 448 + 2 + 24 + 1 + 8;
    words.putLong(counters, Long.MAX_VALUE);
    ProfileException error =
        assertThrows(ProfileException.class, () -> InMemory.read(bytes, format));
    assertEquals(ErrorKind.MALFORMED, error.kind());
  }
}
