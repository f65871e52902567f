package dev.profdata.cli;

import dev.profdata.internal.files.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The folder in which LLVM's tools keep what they fetched, so that neither they nor we fetch it
 * again. Files are named after the XXH3 hash of the path on the server.
 */
final class DebuginfodCache {
  private static final int SHORTEST = 17;
  private static final int LONGEST = 128;
  private static final int PIECE = 16;
  private static final long PRIME = 0x9E3779B185EBCA87L;
  private static final long LAST_PRIME = 0x165667919E3779F9L;

  /** The bytes that XXH3 mixes in, as far as they are needed for {@link #LONGEST} bytes. */
  private static final long[] SECRET = {
    0xBE4BA423396CFEB8L, 0x1CAD21F72C81017CL, 0xDB979083E96DD4DEL, 0x1F67B3B7A4A44072L,
    0x78E5C0CC4EE679CBL, 0x2172FFCC7DD05A82L, 0x8E2443F7744608B8L, 0x4C263A81E69035E0L,
    0xCB00C391BB52283CL, 0xA32E531B8B65D088L, 0x4EF90DA297486471L, 0xD8ACDEA946EF1938L,
    0x3F349CE33F76FAA8L, 0x1D4F0BC7C7BBDCF9L, 0x3159B4CD4BE0518AL, 0x647378D9C97E9FC8L,
  };

  private final Path folder;

  DebuginfodCache(Map<String, String> environment) {
    String named = environment.get("DEBUGINFOD_CACHE_PATH");
    this.folder = named != null ? Path.of(named) : ofUser(environment);
  }

  private static Path ofUser(Map<String, String> environment) {
    String caches = environment.get("XDG_CACHE_HOME");
    Path all =
        caches != null
            ? Path.of(caches)
            : Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".cache");
    return all.resolve("llvm-debuginfod").resolve("client");
  }

  /** Returns the place of a file, empty if its path is of a length that nobody has. */
  Optional<Path> place(String urlPath) {
    byte[] bytes = urlPath.getBytes(StandardCharsets.US_ASCII);
    return bytes.length < SHORTEST || bytes.length > LONGEST
        ? Optional.empty()
        : Optional.of(folder.resolve("llvmcache-" + Long.toUnsignedString(hash(bytes))));
  }

  /** Begins a file, which is there for all when it is committed. */
  AtomicFile create(Path place) throws IOException {
    Files.createDirectories(folder);
    return AtomicFile.create(place);
  }

  private static long hash(byte[] bytes) {
    ByteBuffer input = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long sum = bytes.length * PRIME;
    // From both ends towards the middle; a piece that reaches into another counts for both.
    int pairs = (bytes.length + 2 * PIECE - 1) / (2 * PIECE);
    for (int pair = 0; pair < pairs; pair++) {
      sum += mix(input, pair * PIECE, 4 * pair);
      sum += mix(input, bytes.length - (pair + 1) * PIECE, 4 * pair + 2);
    }
    long mixed = (sum ^ sum >>> 37) * LAST_PRIME;
    return mixed ^ mixed >>> 32;
  }

  private static long mix(ByteBuffer input, int at, int secret) {
    long low = input.getLong(at) ^ SECRET[secret];
    long high = input.getLong(at + Long.BYTES) ^ SECRET[secret + 1];
    return low * high ^ unsignedMultiplyHigh(low, high);
  }

  private static long unsignedMultiplyHigh(long a, long b) {
    return Math.multiplyHigh(a, b) + (a >> 63 & b) + (b >> 63 & a);
  }
}
