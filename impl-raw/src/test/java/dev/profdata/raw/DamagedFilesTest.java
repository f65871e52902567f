package dev.profdata.raw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.WriteOptions;
import dev.profdata.tck.corpus.Corpus;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever the bytes: a profile, or an error that says where. */
class DamagedFilesTest {
  private static List<byte[]> files() throws IOException {
    List<byte[]> files =
        new ArrayList<>(
            List.of(SampleFiles.VERSION_1, SampleFiles.VERSION_10, SampleFiles.VERSION_11));
    for (int version : new int[] {2, 4, 5, 6, 7, 8, 9}) {
      ProfileFormat format = ProfileFormat.raw(version).withPointerBits(version % 2 == 0 ? 32 : 64);
      files.add(
          SampleFiles.write(
              List.of(SampleFiles.fooAndBar(format)),
              format,
              WriteOptions.DEFAULT.allowingAllLosses()));
    }
    return files;
  }

  private static void read(byte[] bytes) throws IOException {
    try {
      SampleFiles.read(bytes);
    } catch (ProfileException e) {
      assertTrue(
          e.offset().isPresent() || bytes.length < Long.BYTES * 2 || isForeign(bytes),
          e::getMessage);
    }
  }

  private static boolean isForeign(byte[] bytes) throws IOException {
    var input = ProfileSource.of("damaged", bytes).open();
    return RawEncoding.at(input, 0).isEmpty();
  }

  @Test
  void everyPrefixReadsOrSaysWhere() throws IOException {
    for (byte[] file : files()) {
      for (int length = 0; length < file.length; length++) {
        read(Arrays.copyOf(file, length));
      }
    }
  }

  /** Records of 48 bytes that claim all sites that a record can claim, and no value data. */
  private static byte[] sites(int records) {
    int header = 88;
    int record = 48;
    ByteBuffer file = ByteBuffer.allocate(header + records * record + Long.BYTES);
    file.order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(0xFF6C_7072_6F66_7281L).putLong(8).putLong(0).putLong(records).putLong(0);
    file.putLong(1).putLong(0).putLong(0).putLong((long) records * record).putLong(0).putLong(1);
    for (int row = 0; row < records; row++) {
      file.putLong(row).putLong(1).putLong((long) (records - row) * record).putLong(0).putLong(0);
      file.putInt(1).putInt(-1);
    }
    return file.putLong(1).array();
  }

  @Test
  void moreSitesThanAnyFileCanMeanAreRefused() throws IOException {
    for (int records : new int[] {10, 1000, 20_000}) {
      byte[] file = sites(records);
      for (byte[] victim : List.of(file, Arrays.copyOf(file, file.length + 1))) {
        ProfileException refusal =
            assertThrows(ProfileException.class, () -> SampleFiles.read(victim));
        assertEquals(ErrorKind.TOO_LARGE, refusal.kind());
      }
    }
    assertEquals(2, SampleFiles.read(sites(2)).profile().functionCount());
  }

  /** The tool of 19: "bitmap offset … is greater than the maximum bitmap offset -1". */
  @Test
  void bitmapBytesThatTheFileDoesNotHaveAreRefused() throws IOException {
    byte[] file = Corpus.file("raw/v10-clang19-fe.profraw").bytes();
    int bitmapBytesOfARecord = 0x19c;
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(bitmapBytesOfARecord, 0x35e);
    ProfileException refusal = assertThrows(ProfileException.class, () -> SampleFiles.read(file));
    assertEquals(ErrorKind.MALFORMED, refusal.kind());
  }

  @Test
  void everyChangedByteReadsOrSaysWhere() throws IOException {
    for (byte[] file : files()) {
      for (int at = 0; at < file.length; at++) {
        for (int change : new int[] {1, 0x10, 0x80, 0xFF}) {
          byte[] changed = file.clone();
          changed[at] ^= (byte) change;
          read(changed);
        }
      }
    }
  }
}
