package dev.profdata.raw;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.WriteOptions;
import java.io.IOException;
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
