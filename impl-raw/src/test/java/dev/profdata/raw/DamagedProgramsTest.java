package dev.profdata.raw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.ProfileProviders;
import dev.profdata.Profiles;
import dev.profdata.io.CorrelationKind;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.Limits;
import dev.profdata.io.ProfileCollector;
import dev.profdata.io.ProfileCorrelator;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ReadOptions;
import dev.profdata.model.InstrProfile;
import dev.profdata.tck.corpus.CorrelatedSample;
import dev.profdata.tck.corpus.HandmadeProgram;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes of a program for correlation: a profile, or an error of a kind. */
class DamagedProgramsTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final int ELF_TYPE = 16;

  static List<CorrelatedSample> samples() {
    return CorrelatedSample.all();
  }

  private static InstrProfile read(CorrelationKind kind, byte[] program, byte[] profile)
      throws IOException {
    ProfileCorrelator correlator =
        Profiles.correlator(
            kind, ProfileSource.of("program", program), Limits.DEFAULT, finding -> {});
    ReadOptions options = ReadOptions.DEFAULT.withCorrelator(correlator);
    try (ProfileReader reader =
        ProfileProviders.load().open(ProfileSource.of("profile", profile), options)) {
      ProfileCollector collector = new ProfileCollector(reader.format());
      reader.accept(collector);
      return collector.profile();
    }
  }

  /** Any other exception is a failure. */
  private static void survives(CorrelationKind kind, byte[] program, byte[] profile)
      throws IOException {
    try {
      read(kind, program, profile);
    } catch (ProfileException e) {
      assertTrue(e.kind() != ErrorKind.EMPTY_RAW_PROFILE, e::getMessage);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyPrefixIsReadOrRefused(CorrelatedSample sample) throws IOException {
    byte[] program = sample.program();
    for (int length = 0; length < program.length; length++) {
      survives(sample.kind(), Arrays.copyOf(program, length), sample.profile());
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyChangedByteIsReadOrRefused(CorrelatedSample sample) throws IOException {
    byte[] program = sample.program();
    for (int at = 0; at < program.length; at++) {
      for (int change : new int[] {0xFF, 0x80, 0x01}) {
        byte[] damaged = program.clone();
        damaged[at] ^= (byte) change;
        survives(sample.kind(), damaged, sample.profile());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyOtherChangedByteIsShownOrRefused(CorrelatedSample sample) throws IOException {
    byte[] program = sample.program();
    for (int at = 0; at < program.length; at += 2) {
      byte[] damaged = program.clone();
      damaged[at] ^= (byte) 0xFF;
      try {
        Profiles.counters(ProfileSource.of("program", damaged), Limits.DEFAULT, finding -> {});
      } catch (ProfileException e) {
        assertTrue(e.kind() != ErrorKind.EMPTY_RAW_PROFILE, e::getMessage);
      }
    }
  }

  static Stream<HandmadeProgram> handmade() {
    return Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)
        .flatMap(order -> Stream.of(32, 64).map(bits -> new HandmadeProgram(bits, order)));
  }

  @ParameterizedTest
  @MethodSource("handmade")
  void everyWidthAndByteOrderIsReadBothWays(HandmadeProgram handmade) throws IOException {
    for (CorrelationKind kind : CorrelationKind.values()) {
      InstrProfile profile = read(kind, handmade.program(), handmade.profile());
      assertEquals(5, profile.function("foo", 7).orElseThrow().counter(0));
      assertEquals(
          0x1_0000_0003L, profile.function("bar", 0x8000_0000_0000_0009L).orElseThrow().counter(1));
      byte[] program = handmade.program();
      for (int at = 0; at < program.length; at++) {
        byte[] damaged = program.clone();
        damaged[at] ^= (byte) 0xFF;
        survives(kind, damaged, handmade.profile());
      }
    }
  }

  @Test
  void aProgramOfAnotherWidthIsNotTheOne() {
    byte[] program = new HandmadeProgram(32, ByteOrder.LITTLE_ENDIAN).program();
    byte[] profile = new HandmadeProgram(64, ByteOrder.LITTLE_ENDIAN).profile();
    ProfileException failure =
        assertThrows(ProfileException.class, () -> read(CorrelationKind.BINARY, program, profile));
    assertEquals(ErrorKind.MISSING_CORRELATION_INFO, failure.kind());
  }

  @Test
  void anObjectThatIsNotLinkedIsRefused() {
    HandmadeProgram handmade = new HandmadeProgram(64, ByteOrder.LITTLE_ENDIAN);
    byte[] program = handmade.program();
    program[ELF_TYPE] = 1;
    ProfileException failure =
        assertThrows(
            ProfileException.class,
            () -> read(CorrelationKind.DEBUG_INFO, program, handmade.profile()));
    assertTrue(failure.getMessage().contains("not linked yet"), failure.getMessage());
  }

  /** Returns a program whose sections of debug information are others. */
  private static byte[] withDebugInfo(byte[] abbreviations, byte[] info) {
    return new HandmadeProgram(64, ByteOrder.LITTLE_ENDIAN).program(abbreviations, info);
  }

  private static void refuses(String reason, byte[] abbreviations, byte[] info) {
    byte[] profile = new HandmadeProgram(64, ByteOrder.LITTLE_ENDIAN).profile();
    byte[] program = withDebugInfo(abbreviations, info);
    ProfileException failure =
        assertThrows(
            ProfileException.class,
            () ->
                assertTimeoutPreemptively(
                    SOON, () -> read(CorrelationKind.DEBUG_INFO, program, profile)));
    assertTrue(failure.getMessage().contains(reason), failure.getMessage());
  }

  /** Returns a unit of version 4. */
  private static byte[] unit(int abbreviations, byte[] entries) {
    return HandmadeProgram.unit(ByteOrder.LITTLE_ENDIAN, abbreviations, entries);
  }

  private static byte[] repeated(byte[] bytes, int times) {
    byte[] all = new byte[bytes.length * times];
    for (int i = 0; i < times; i++) {
      System.arraycopy(bytes, 0, all, i * bytes.length, bytes.length);
    }
    return all;
  }

  @Test
  void entriesNestedWithoutEndAreRefused() {
    byte[] block = {1, 0x0B, 1, 0, 0, 0};
    refuses("nested too deeply", block, unit(0, repeated(new byte[] {1}, 1_000_000)));
  }

  @Test
  void tablesThatOverlapAreRefused() {
    byte[] tables = repeated(new byte[] {1, 0x0B, 0, 0, 0}, 50_000);
    tables[tables.length - 1] = 0;
    byte[] info = {};
    for (int unit = 0; unit < 3; unit++) {
      byte[] next = unit(unit * 5, new byte[] {1});
      info = Arrays.copyOf(info, info.length + next.length);
      System.arraycopy(next, 0, info, info.length - next.length, next.length);
    }
    byte[] all = Arrays.copyOf(tables, tables.length + 1);
    refuses("tables of abbreviations overlap", all, info);
  }

  @Test
  void attributesWithoutBytesCostNoTime() {
    byte[] flags = repeated(new byte[] {0x3F, 0x19}, 200_000);
    byte[] table = new byte[flags.length + 6];
    table[0] = 1;
    table[1] = 0x0B;
    table[2] = 1;
    System.arraycopy(flags, 0, table, 3, flags.length);
    byte[] entries = repeated(new byte[] {1, 0}, 200_000);
    entries[1] = 1;
    refuses("could not find any profile data metadata", table, unit(0, entries));
  }

  @Test
  void unknownFormsAndVersionsAreNamed() {
    byte[] unknown = {1, 0x11, 0, 0x03, 0x7E, 0, 0, 0};
    refuses("unknown form 0x7e", unknown, unit(0, new byte[] {1}));
    byte[] old = unit(0, new byte[] {1});
    old[4] = 9;
    refuses("DWARF version 9", unknown, old);
    refuses("without the abbreviation 2", new byte[] {0}, unit(0, new byte[] {2}));
  }

  @Test
  void sectionsThatAreNoNamesAreRefused() {
    HandmadeProgram handmade = new HandmadeProgram(64, ByteOrder.LITTLE_ENDIAN);
    byte[] program = handmade.program();
    int at = new String(program, StandardCharsets.ISO_8859_1).indexOf("\7\0foo\1bar");
    program[at] = 100;
    assertThrows(
        ProfileException.class, () -> read(CorrelationKind.BINARY, program, handmade.profile()));
  }
}
