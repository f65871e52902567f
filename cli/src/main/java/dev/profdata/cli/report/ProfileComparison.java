package dev.profdata.cli.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What differs between two profiles, function by function.
 *
 * <p>Runs differ in length, so parts of the total are compared, not counts. Functions are the same
 * if name and structural hash are; of the rest, equal names are one function whose code changed.
 * Immutable.
 */
final class ProfileComparison {
  /** A function is hotter or colder if its part changed by at least this factor. */
  static final double NOTABLE_RATIO = 1.1;

  /** And by at least this difference; below it a page shows no change. */
  static final double NOTABLE_DIFFERENCE = 0.0001;

  private static final Comparator<FunctionChange> LARGEST_FIRST =
      Comparator.comparingDouble((FunctionChange change) -> Math.abs(change.difference()))
          .thenComparingDouble(change -> change.baseShare() + change.otherShare())
          .reversed();

  private final Map<ChangeKind, List<FunctionChange>> changes = new EnumMap<>(ChangeKind.class);
  private final double overlap;

  private ProfileComparison(List<FunctionChange> all) {
    for (FunctionChange change : all) {
      changes.computeIfAbsent(change.kind(), kind -> new ArrayList<>()).add(change);
    }
    changes.values().forEach(list -> list.sort(LARGEST_FIRST));
    overlap =
        all.stream()
            .filter(change -> change.kind() != ChangeKind.CODE_CHANGED)
            .mapToDouble(change -> Math.min(change.baseShare(), change.otherShare()))
            .sum();
  }

  static ProfileComparison of(ProfileFunctions base, ProfileFunctions other) {
    List<FunctionChange> changes = new ArrayList<>();
    List<FunctionCounts> onlyBase = new ArrayList<>();
    for (FunctionCounts before : base.all()) {
      other
          .find(before.key())
          .ifPresentOrElse(
              after -> changes.add(changed(base, before, other, after)),
              () -> onlyBase.add(before));
    }
    List<FunctionCounts> onlyOther =
        other.all().stream().filter(after -> base.find(after.key()).isEmpty()).toList();
    Map<Long, FunctionCounts> gone = byName(onlyBase);
    for (FunctionCounts after : byName(onlyOther).values()) {
      FunctionCounts before = gone.remove(after.key().nameHash());
      changes.add(
          before == null
              ? new FunctionChange(ChangeKind.NEW, after.function(), 0, other.share(after))
              : change(ChangeKind.CODE_CHANGED, base.share(before), after, other.share(after)));
    }
    gone.values()
        .forEach(
            before ->
                changes.add(
                    new FunctionChange(ChangeKind.GONE, before.function(), base.share(before), 0)));
    return new ProfileComparison(changes);
  }

  private static FunctionChange change(
      ChangeKind kind, double baseShare, FunctionCounts after, double otherShare) {
    return new FunctionChange(kind, after.function(), baseShare, otherShare);
  }

  /** Adds up what has the same name, whatever its structural hash. */
  private static Map<Long, FunctionCounts> byName(Collection<FunctionCounts> functions) {
    Map<Long, FunctionCounts> names = new LinkedHashMap<>();
    functions.forEach(
        function -> names.merge(function.key().nameHash(), function, FunctionCounts::plus));
    return names;
  }

  private static FunctionChange changed(
      ProfileFunctions base, FunctionCounts before, ProfileFunctions other, FunctionCounts after) {
    double baseShare = base.share(before);
    double otherShare = other.share(after);
    return change(kind(before, baseShare, after, otherShare), baseShare, after, otherShare);
  }

  private static ChangeKind kind(
      FunctionCounts before, double baseShare, FunctionCounts after, double otherShare) {
    if (!before.isExecuted()) {
      return after.isExecuted() ? ChangeKind.STARTED : ChangeKind.NEVER_EXECUTED;
    }
    if (!after.isExecuted()) {
      return ChangeKind.STOPPED;
    }
    double difference = Math.abs(otherShare - baseShare);
    double ratio = Math.max(otherShare, baseShare) / Math.min(otherShare, baseShare);
    if (ratio < NOTABLE_RATIO || difference < NOTABLE_DIFFERENCE) {
      return ChangeKind.ALIKE;
    }
    return otherShare > baseShare ? ChangeKind.HOTTER : ChangeKind.COLDER;
  }

  /** Returns the functions of a kind, those whose part changed most first. */
  List<FunctionChange> changes(ChangeKind kind) {
    return List.copyOf(changes.getOrDefault(kind, List.of()));
  }

  /** Returns the part of all counts that both profiles give to the same functions, 0 to 1. */
  double overlap() {
    return overlap;
  }
}
