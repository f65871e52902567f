package dev.profdata.cli;

import dev.profdata.internal.bytes.Xxh3;
import dev.profdata.internal.files.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The folder in which LLVM's tools keep what they fetched, so that neither they nor we fetch it
 * again. Files are named after the XXH3 hash of the path on the server.
 */
final class DebuginfodCache {
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

  /** Returns the place of a file, given its path on the server. */
  Path place(String urlPath) {
    long hash = Xxh3.hash(urlPath.getBytes(StandardCharsets.US_ASCII));
    return folder.resolve("llvmcache-" + Long.toUnsignedString(hash));
  }

  /** Begins a file, which is there for all when it is committed. */
  AtomicFile create(Path place) throws IOException {
    Files.createDirectories(folder);
    return AtomicFile.create(place);
  }
}
