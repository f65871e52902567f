package dev.profdata.internal.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.profdata.io.ErrorKind;
import dev.profdata.io.Limits;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileSection;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ProfileTooLargeException;
import dev.profdata.model.NameTable;
import dev.profdata.model.ProfileName;
import java.io.IOException;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NameBlobTest {
  private static NameTable read(byte[] blob, long limit) throws IOException {
    NameTable.Builder names = NameTable.builder();
    NameBlob.readAll(
        BoundedReader.of(
            ProfileSource.of("blob", blob).open(), ByteOrder.LITTLE_ENDIAN, ProfileSection.NAMES),
        names,
        Limits.DEFAULT.withMaxNameBytes(limit));
    return names.build();
  }

  private static NameTable names(int count) {
    NameTable.Builder names = NameTable.builder();
    for (int i = 0; i < count; i++) {
      names.add(ProfileName.of("name" + i));
    }
    return names.build();
  }

  @Test
  void plainAndCompressedBlobsReadBack() throws IOException {
    for (boolean compressed : new boolean[] {false, true}) {
      assertEquals(names(1000), read(NameBlob.of(names(1000), compressed), Long.MAX_VALUE));
    }
  }

  @Test
  void moreNamesThanTheLimitAreRefusedBeforeInflating() throws IOException {
    byte[] blob = NameBlob.of(names(1000), true);
    assertThrows(ProfileTooLargeException.class, () -> read(blob, 100));
  }

  @Test
  void aCutOffStreamIsAnError() throws IOException {
    byte[] blob = NameBlob.of(names(1000), true);
    for (int length = 3; length < blob.length; length++) {
      byte[] cut = Arrays.copyOf(blob, length);
      assertThrows(ProfileException.class, () -> read(cut, Long.MAX_VALUE));
    }
  }

  /** Found by fuzzing: such a stream makes no progress and never ends. */
  @Test
  void aStreamThatWantsADictionaryIsAnError() {
    byte[] blob = {5, 8, 0x78, (byte) 0xBB, 1, 2, 3, 4, 0, 0};
    ProfileException error =
        assertTimeoutPreemptively(
            Duration.ofSeconds(10),
            () -> assertThrows(ProfileException.class, () -> read(blob, Long.MAX_VALUE)));
    assertEquals(ErrorKind.UNCOMPRESS_FAILED, error.kind());
  }
}
