package dev.profdata.raw;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.profdata.Profiles;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.WriteOptions;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.ProfileImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that no Java array holds: the counters stand behind a hole in the file, which the header
 * calls padding.
 */
class LargeFileTest {
  private static final ProfileFormat FORMAT = ProfileFormat.raw(7);

  @TempDir private Path folder = Path.of("");

  private static byte[] small() throws IOException {
    ProfileImage image = SampleFiles.fooAndBar(FORMAT);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Profiles.write(InstrProfile.of(image), out, FORMAT, WriteOptions.DEFAULT.allowingAllLosses());
    return out.toByteArray();
  }

  private static int offset(RawHeaderField field) {
    return Objects.requireNonNull(RawHeaderLayout.of(FORMAT.version()).offsets().get(field));
  }

  @ParameterizedTest
  @ValueSource(longs = {(2L << 30) + 8, (5L << 30) + 8})
  void readsWhatStandsBehindGibibytes(long hole) throws IOException {
    byte[] bytes = small();
    RawHeaderLayout header = RawHeaderLayout.of(FORMAT.version());
    ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int padding = offset(RawHeaderField.PADDING_BEFORE_COUNTERS);
    int records = (int) words.getLong(offset(RawHeaderField.NUM_DATA));
    int ids = (int) words.getLong(offset(RawHeaderField.BINARY_IDS_SIZE));
    int counters =
        header.size()
            + ids
            + records * RawDataLayout.of(FORMAT.version(), Long.BYTES).recordBytes();
    words.putLong(padding, words.getLong(padding) + hole);

    Path file = folder.resolve("large.profraw");
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.SPARSE,
            StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(bytes, 0, counters), 0);
      channel.write(ByteBuffer.wrap(bytes, counters, bytes.length - counters), counters + hole);
    }
    assertEquals(
        Profiles.read(ProfileSource.of("small", small())).functions().toList(),
        Profiles.read(file).functions().toList());
  }
}
