package dev.profdata;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFormat;
import dev.profdata.model.FunctionRecord;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ValueKind;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Compares two profiles: which share of the counts of one is distributed as in the other.
 *
 * <p>The numbers are those of LLVM's {@code overlap}: every count is taken as a share of its
 * profile's sum, and of each pair the smaller share counts. Immutable; may be shared between
 * threads.
 *
 * @since 0.1
 */
public final class ProfileOverlap {
  private static final long CONTEXT_SENSITIVE_HASH = 1L << 60;

  private final InstrProfile testProfile;
  private final OverlapSums base;
  private final OverlapSums test;
  private final Set<Long> baseNames = new HashSet<>();
  private final Map<Key, FunctionRecord> baseRecords = new HashMap<>();

  private ProfileOverlap(
      InstrProfile merged, InstrProfile test, OverlapSums baseSums, OverlapSums testSums) {
    this.testProfile = test;
    this.base = baseSums;
    this.test = testSums;
    merged.functions().forEach(this::addBase);
  }

  private void addBase(FunctionRecord function) {
    baseNames.add(function.nameHash());
    baseRecords.put(Key.of(function), function);
  }

  /**
   * Prepares a comparison.
   *
   * @param base the profile that is compared with; its records are merged by the rules of {@code
   *     release}
   * @param contextSensitive which records of IR-level profiles make up the sums: the
   *     context-sensitive ones, or all others
   * @throws IOException if the records of {@code base} cannot be merged
   */
  public static ProfileOverlap of(
      InstrProfile base, InstrProfile test, LlvmRelease release, boolean contextSensitive)
      throws IOException {
    try (ProfileMerger merger = Profiles.merger()) {
      InstrProfile merged = merger.add(base, 1).merge(ProfileFormat.indexedFor(release));
      return new ProfileOverlap(
          merged, test, sums(base, contextSensitive), sums(test, contextSensitive));
    }
  }

  private static OverlapSums sums(InstrProfile profile, boolean contextSensitive) {
    OverlapSums sums = OverlapSums.ZERO;
    for (ProfileImage image : profile.images()) {
      boolean selects = image.variant().isIrLevel();
      for (FunctionRecord function : image.records()) {
        boolean isContextSensitive = (function.structuralHash() & CONTEXT_SENSITIVE_HASH) != 0;
        if (!selects || isContextSensitive == contextSensitive) {
          sums = sums.plus(OverlapSums.of(function));
        }
      }
    }
    return sums;
  }

  /** Returns the sums of the base profile. */
  public OverlapSums base() {
    return base;
  }

  /** Returns the sums of the test profile. */
  public OverlapSums test() {
    return test;
  }

  /**
   * Compares function by function.
   *
   * @param each takes every function that both profiles have in the same shape, in the order of the
   *     test profile
   * @return the comparison of the whole profiles
   */
  public OverlapReport compare(Consumer<FunctionOverlap> each) {
    Tally tally = new Tally(each);
    testProfile.functions().forEach(tally::add);
    return new OverlapReport(base, test, tally.overlap, tally.mismatch, tally.unique);
  }

  private static boolean sameShape(FunctionRecord a, FunctionRecord b) {
    return a.counterCount() == b.counterCount()
        && ValueKind.all().stream()
            .allMatch(kind -> a.valueSites(kind).size() == b.valueSites(kind).size());
  }

  private record Key(long nameHash, long structuralHash) {
    static Key of(FunctionRecord function) {
      return new Key(function.nameHash(), function.structuralHash());
    }
  }

  /** What a comparison has found so far. */
  private final class Tally {
    private final Consumer<FunctionOverlap> each;
    private OverlapSums overlap = OverlapSums.ZERO;
    private OverlapSums mismatch = OverlapSums.ZERO;
    private OverlapSums unique = OverlapSums.ZERO;

    Tally(Consumer<FunctionOverlap> each) {
      this.each = each;
    }

    void add(FunctionRecord function) {
      OverlapSums sums = OverlapSums.of(function);
      FunctionRecord known = baseRecords.get(Key.of(function));
      if (!baseNames.contains(function.nameHash())) {
        unique = unique.plus(sums.asShareOf(test));
      } else if (sums.counters() < 1) {
        overlap = overlap.plus(1, 0, Map.of());
      } else if (known == null || !sameShape(known, function)) {
        mismatch = mismatch.plus(sums.asShareOf(test));
      } else {
        overlap = overlap.plus(1, countersScore(known, function), valueScores(known, function));
        each.accept(new FunctionOverlap(function, max(function), report(known, function, sums)));
      }
    }

    private double countersScore(FunctionRecord known, FunctionRecord function) {
      return OverlapScore.counters(known, function, base.counters(), test.counters());
    }

    private Map<ValueKind, Double> valueScores(FunctionRecord known, FunctionRecord function) {
      return scores(known, function, base, test);
    }

    private OverlapReport report(
        FunctionRecord known, FunctionRecord function, OverlapSums functionSums) {
      OverlapSums knownSums = OverlapSums.of(known);
      double counters =
          OverlapScore.counters(known, function, knownSums.counters(), functionSums.counters());
      OverlapSums shares =
          new OverlapSums(
              function.counterCount(), counters, scores(known, function, knownSums, functionSums));
      return new OverlapReport(knownSums, functionSums, shares, OverlapSums.ZERO, OverlapSums.ZERO);
    }
  }

  private static Map<ValueKind, Double> scores(
      FunctionRecord known, FunctionRecord function, OverlapSums baseSums, OverlapSums testSums) {
    Map<ValueKind, Double> scores = new EnumMap<>(ValueKind.class);
    for (ValueKind kind : ValueKind.all()) {
      double score =
          OverlapScore.values(
              known.valueSites(kind),
              function.valueSites(kind),
              baseSums.values(kind),
              testSums.values(kind));
      scores.put(kind, score);
    }
    return scores;
  }

  private static long max(FunctionRecord function) {
    return Arrays.stream(function.counters())
        .reduce(0, (a, b) -> Long.compareUnsigned(a, b) >= 0 ? a : b);
  }
}
