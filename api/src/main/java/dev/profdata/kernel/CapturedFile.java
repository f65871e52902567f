package dev.profdata.kernel;

import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * One file of a kernel as it was at the moment it was opened.
 *
 * @param file where it comes from
 * @param source its bytes, in memory; may be opened any number of times and by several threads
 * @param bytes how many there are
 * @since 0.1
 */
public record CapturedFile(KernelProfileFile file, ProfileSource source, long bytes) {
  /** Copies a file, which is opened once only and read to its end whatever size it claims. */
  static CapturedFile copy(KernelProfileFile file) throws IOException {
    Path path = file.path();
    try (ProfileInput input = ProfileSource.of(path).open()) {
      ByteBuffer content = input.slice(0, Math.toIntExact(input.size()));
      return new CapturedFile(
          file, ProfileSource.of(path.toString(), content), content.remaining());
    }
  }
}
