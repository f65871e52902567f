package dev.profdata.cli;

import dev.profdata.Profiles;
import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.Finding;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.io.ReadOptions;
import dev.profdata.model.BinaryId;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileVariant;
import dev.profdata.model.TraceSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code info} says of a profile.
 *
 * @param source its name
 * @param format version, width and byte order
 * @param variant how it was instrumented
 * @param images how many programs and libraries are in it
 * @param functions how many function records
 * @param counters how many counters
 * @param bitmapBytes how many bytes of condition coverage
 * @param valueSites how many value sites
 * @param values how many values at them
 * @param traces how many temporal traces
 * @param binaryIds the ids of all images
 * @param findings what was repaired or is doubtful
 */
record ProfileFacts(
    String source,
    ProfileFormat format,
    ProfileVariant variant,
    int images,
    long functions,
    long counters,
    long bitmapBytes,
    long valueSites,
    long values,
    int traces,
    List<BinaryId> binaryIds,
    List<Finding> findings) {

  /** Reads a profile to its end. */
  static ProfileFacts of(ProfileSource source, ReadOptions options) throws IOException {
    try (ProfileReader reader = Profiles.open(source, options)) {
      Census census = new Census();
      reader.accept(census);
      return census.facts(source.name(), reader);
    }
  }

  /** Returns the releases whose own tools read this profile, oldest first. */
  List<LlvmRelease> readers() {
    return switch (format.family()) {
      case RAW -> LlvmRelease.readingRaw(format.version());
      case INDEXED ->
          LlvmRelease.all().stream()
              .filter(release -> release.indexedVersion() >= format.version())
              .toList();
      case TEXT -> LlvmRelease.all();
    };
  }

  /** Counts what passes, and keeps nothing else. */
  private static final class Census implements ProfileVisitor {
    private final List<BinaryId> binaryIds = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private ProfileVariant variant = ProfileVariant.NONE;
    private int images;
    private long functions;
    private long counters;
    private long bitmapBytes;
    private long valueSites;
    private long values;
    private int traces;

    @Override
    public void visitFinding(Finding finding) {
      findings.add(finding);
    }

    @Override
    public void visitImage(ProfileImage image) {
      FunctionTable table = image.functions();
      images++;
      functions += table.size();
      counters += table.totalCounters();
      bitmapBytes += table.totalBitmapBytes();
      valueSites += table.totalSites();
      values += image.counts().values().pairs();
      variant = variant.union(image.variant());
      binaryIds.addAll(image.binaryIds());
    }

    @Override
    public void visitTraces(TraceSet set) {
      traces = set.traces().size();
    }

    ProfileFacts facts(String source, ProfileReader reader) {
      return new ProfileFacts(
          source,
          reader.format(),
          variant.union(reader.variant()),
          images,
          functions,
          counters,
          bitmapBytes,
          valueSites,
          values,
          traces,
          List.copyOf(binaryIds),
          List.copyOf(findings));
    }
  }
}
