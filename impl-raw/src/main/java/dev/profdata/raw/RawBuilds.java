package dev.profdata.raw;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The builds whose files were read in a session, so that what their files have in common is read
 * once. Safe for use by several threads.
 */
final class RawBuilds {
  /** A fleet has a few builds; more than this are not kept, for the memory they take. */
  private static final int MOST_BUILDS = 64;

  /** By the encoding and the words in which the headers of one build agree. */
  private final Map<List<Object>, Alike> byHeader = new ConcurrentHashMap<>();

  /** Builds with the same header. */
  private static final class Alike {
    private volatile List<KnownBuild> known = List.of();

    @Nullable RecognizedBuild find(RawHeader header, RawSections sections, int from)
        throws IOException {
      List<KnownBuild> builds = known;
      for (int i = from; i < builds.size(); i++) {
        RecognizedBuild found = builds.get(i).recognize(header, sections);
        if (found != null) {
          return found;
        }
      }
      return null;
    }
  }

  /** Reads a build that is not known yet. */
  interface Reading {
    RawBuild read() throws IOException;
  }

  /**
   * Returns the build of an image.
   *
   * @param reading reads it if it is new; a thread that needs it at the same time waits
   */
  RecognizedBuild get(RawHeader header, RawDataLayout layout, RawSections sections, Reading reading)
      throws IOException {
    Alike alike =
        byHeader.computeIfAbsent(
            List.of(header.encoding(), header.wordsOfBuild()), absent -> new Alike());
    int tried = alike.known.size();
    RecognizedBuild found = alike.find(header, sections, 0);
    if (found != null) {
      return found;
    }
    synchronized (alike) {
      found = alike.find(header, sections, tried);
      if (found != null) {
        return found;
      }
      RawBuild build = reading.read();
      if (build.damage() == null && build.findings().isEmpty() && isRoomFor(alike)) {
        List<KnownBuild> more = new ArrayList<>(alike.known);
        more.add(KnownBuild.of(build, header, layout, sections));
        alike.known = List.copyOf(more);
      }
      return RecognizedBuild.first(build);
    }
  }

  private boolean isRoomFor(Alike alike) {
    return byHeader.size() + alike.known.size() <= MOST_BUILDS;
  }
}
