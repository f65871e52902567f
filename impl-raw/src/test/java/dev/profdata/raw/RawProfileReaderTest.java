package dev.profdata.raw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.FindingKind;
import dev.profdata.io.ProfileCollector;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileSection;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ReadOptions;
import dev.profdata.io.UnsupportedProfileVersionException;
import dev.profdata.model.FunctionRecord;
import dev.profdata.model.ProfileName;
import dev.profdata.model.ValueKind;
import dev.profdata.model.ValueSite;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RawProfileReaderTest {
  private static final int VALUE_DATA_OF_VERSION_10 = 0x128;

  private static List<FunctionRecord> functions(byte[] bytes) throws IOException {
    return SampleFiles.read(bytes).profile().functions().toList();
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(out::writeBytes);
    return out.toByteArray();
  }

  private static byte[] with(byte[] bytes, int offset, long word) {
    byte[] changed = bytes.clone();
    ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putLong(offset, word);
    return changed;
  }

  @Test
  void readsNamesCountersAndResolvedTargets() throws IOException {
    for (byte[] file : List.of(SampleFiles.VERSION_10, SampleFiles.VERSION_11)) {
      assertEquals(SampleFiles.fooAndBar(ProfileFormat.raw(10)).records(), functions(file));
    }
  }

  @Test
  void keepsTheAddressBesideTheResolvedTarget() throws IOException {
    var values =
        SampleFiles.read(SampleFiles.VERSION_10).profile().images().get(0).counts().values();
    assertEquals(ProfileName.of("foo").hash(), values.value(0));
    assertEquals(0x40_0000, values.rawValue(0));
  }

  @Test
  void readsNamesByPointerInTheOldestVersion() throws IOException {
    List<FunctionRecord> functions = functions(SampleFiles.VERSION_1);
    assertEquals(List.of("foo", "bar"), functions.stream().map(f -> f.name().toString()).toList());
    assertEquals(65, functions.get(1).counter(1));
  }

  @Test
  void skipsTheSurplusPaddingOfKernels() throws IOException {
    byte[] early = surplusPadding(new byte[Long.BYTES]);
    ProfileCollector read = SampleFiles.read(early);
    assertEquals(functions(SampleFiles.VERSION_10), read.profile().functions().toList());
    assertEquals(FindingKind.SURPLUS_NAME_PADDING, read.findings().get(0).kind());
    assertEquals(VALUE_DATA_OF_VERSION_10, read.findings().get(0).offset().orElseThrow());
  }

  private static byte[] surplusPadding(byte[] padding) {
    return concat(
        Arrays.copyOf(SampleFiles.VERSION_10, VALUE_DATA_OF_VERSION_10),
        padding,
        Arrays.copyOfRange(
            SampleFiles.VERSION_10, VALUE_DATA_OF_VERSION_10, SampleFiles.VERSION_10.length));
  }

  @Test
  void missingValueDataLeavesSitesEmpty() throws IOException {
    byte[] without = Arrays.copyOf(SampleFiles.VERSION_10, VALUE_DATA_OF_VERSION_10);
    for (byte[] file : List.of(without, concat(without, new byte[24]))) {
      ProfileCollector read = SampleFiles.read(file);
      assertEquals(FindingKind.MISSING_VALUE_DATA, read.findings().get(0).kind());
      FunctionRecord bar = read.profile().function("bar").orElseThrow();
      assertEquals(
          List.of(new ValueSite(ValueKind.INDIRECT_CALL_TARGET, List.of())),
          bar.valueSites(ValueKind.INDIRECT_CALL_TARGET));
    }
    ProfileCollector twice = SampleFiles.read(concat(without, SampleFiles.VERSION_10));
    assertEquals(2, twice.profile().images().size());
  }

  @Test
  void readsImagesOfSeveralVersionsInOneFile() throws IOException {
    ProfileCollector read =
        SampleFiles.read(concat(SampleFiles.VERSION_10, new byte[8], SampleFiles.VERSION_11));
    assertEquals(4, read.profile().functionCount());
    assertEquals(FindingKind.MIXED_IMAGES, read.findings().get(0).kind());
  }

  @Test
  void reportsAMisalignedImage() throws IOException {
    ProfileCollector read =
        SampleFiles.read(concat(SampleFiles.VERSION_10, new byte[3], SampleFiles.VERSION_10));
    assertEquals(4, read.profile().functionCount());
    assertEquals(FindingKind.MISALIGNED_IMAGE, read.findings().get(0).kind());
  }

  @Test
  void whatFollowsTheImageMustBeAnImage() {
    ProfileException error =
        assertThrows(
            ProfileException.class,
            () -> SampleFiles.read(concat(SampleFiles.VERSION_10, new byte[] {1, 2, 3})));
    assertEquals(ErrorKind.MALFORMED, error.kind());
    assertEquals(SampleFiles.VERSION_10.length, error.offset().orElseThrow());
  }

  @Test
  void anUnknownVersionNamesTheKnownOnes() {
    UnsupportedProfileVersionException error =
        assertThrows(
            UnsupportedProfileVersionException.class,
            () -> SampleFiles.read(with(SampleFiles.VERSION_10, 8, 12)));
    assertEquals(12, error.found());
    assertEquals(11, error.highest());
  }

  @Test
  void countersWithoutRecordsNeedCorrelation() {
    ProfileException error =
        assertThrows(
            ProfileException.class, () -> SampleFiles.read(with(SampleFiles.VERSION_10, 24, 0)));
    assertEquals(ErrorKind.MISSING_CORRELATION_INFO, error.kind());
  }

  @Test
  void namesBeyondTheFileAreACorruptHeader() {
    ProfileException error =
        assertThrows(
            ProfileException.class,
            () -> SampleFiles.read(with(SampleFiles.VERSION_10, 72, 1L << 40)));
    assertEquals(ErrorKind.BAD_HEADER, error.kind());
    assertEquals(ProfileSection.HEADER, error.section().orElseThrow());
    assertEquals(72, error.offset().orElseThrow());
    assertTrue(error.getMessage().startsWith("sample: section NAMES"), error.getMessage());
  }

  @Test
  void recordsBeforeTheDamageAreVisited() {
    int counterPointerOfBar = 0x80 + 64 + 16;
    ProfileCollector seen = new ProfileCollector(ProfileFormat.raw(10));
    ProfileException error =
        assertThrows(
            ProfileException.class,
            () -> {
              byte[] damaged = with(SampleFiles.VERSION_10, counterPointerOfBar, 1L << 30);
              var input = ProfileSource.of("sample", damaged).open();
              RawProfileReader.open(input, ReadOptions.DEFAULT).accept(seen);
            });
    assertEquals(ErrorKind.MALFORMED, error.kind());
    assertEquals(List.of("foo"), seen.profile().functions().map(f -> f.name().toString()).toList());
  }
}
