package dev.profdata.tck;

import dev.profdata.io.Finding;
import dev.profdata.model.FunctionRecord;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.ValueKind;
import dev.profdata.model.ValueSite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * In what two profiles differ, part by part.
 *
 * <p>The order of functions, of the values at a site and of binary ids is not compared, nor how
 * functions are shared out to images, nor addresses. Confined to one thread.
 *
 * @since 0.1
 */
public final class ProfileDifferences {
  private final List<Difference> found = new ArrayList<>();
  private final Map<Key, List<FunctionRecord>> expected;
  private final Map<Key, List<FunctionRecord>> actual;

  /** A function by its hashes. */
  private record Key(long nameHash, long structuralHash) {}

  /**
   * A difference.
   *
   * @param part what differs
   * @param detail what was expected and what was found
   * @since 0.1
   */
  public record Difference(ProfilePart part, String detail) {
    @Override
    public String toString() {
      return part + ": " + detail;
    }
  }

  private ProfileDifferences(InstrProfile expected, InstrProfile actual) {
    this.expected = byKey(expected);
    this.actual = byKey(actual);
  }

  private static Map<Key, List<FunctionRecord>> byKey(InstrProfile profile) {
    return profile
        .functions()
        .collect(
            Collectors.groupingBy(
                f -> new Key(f.nameHash(), f.structuralHash()),
                () ->
                    new TreeMap<>(
                        Comparator.comparing(Key::nameHash).thenComparing(Key::structuralHash)),
                Collectors.toList()));
  }

  /** Compares two profiles. */
  public static List<Difference> between(InstrProfile expected, InstrProfile actual) {
    ProfileDifferences differences = new ProfileDifferences(expected, actual);
    differences.compareFunctions();
    differences.compare(ProfilePart.BINARY_IDS, expected.binaryIds(), actual.binaryIds());
    differences.compare(ProfilePart.FLAGS, flags(expected), flags(actual));
    differences.compare(ProfilePart.TRACES, Timeline.of(expected), Timeline.of(actual));
    return List.copyOf(differences.found);
  }

  /** Returns those differences that none of the losses announces. */
  public static List<Difference> unexplained(
      List<Difference> differences, Collection<Finding> losses) {
    return differences.stream()
        .filter(d -> losses.stream().noneMatch(loss -> d.part().isExplainedBy(loss.kind())))
        .toList();
  }

  private static String flags(InstrProfile profile) {
    return "0x%x".formatted(profile.variant().flags());
  }

  private void compare(ProfilePart part, Object wanted, Object found) {
    if (!Objects.equals(wanted, found)) {
      add(part, "expected %s, found %s".formatted(wanted, found));
    }
  }

  private void add(ProfilePart part, String detail) {
    found.add(new Difference(part, detail));
  }

  private void compareFunctions() {
    Set<Key> keys = new TreeSet<>(((TreeMap<Key, ?>) expected).comparator());
    keys.addAll(expected.keySet());
    keys.addAll(actual.keySet());
    for (Key key : keys) {
      List<FunctionRecord> wanted = expected.getOrDefault(key, List.of());
      List<FunctionRecord> found = actual.getOrDefault(key, List.of());
      if (wanted.size() != found.size()) {
        add(ProfilePart.FUNCTIONS, "expected %s, found %s".formatted(wanted, found));
      } else {
        for (int i = 0; i < wanted.size(); i++) {
          compare(wanted.get(i), found.get(i));
        }
      }
    }
  }

  private void compare(FunctionRecord wanted, FunctionRecord found) {
    if (!wanted.name().equals(found.name())) {
      add(ProfilePart.FUNCTIONS, "expected the name of %s, found %s".formatted(wanted, found));
    }
    if (!Arrays.equals(wanted.counters(), found.counters())) {
      add(ProfilePart.COUNTERS, "expected %s, found %s".formatted(wanted, found));
    }
    if (!Arrays.equals(wanted.bitmap(), found.bitmap())) {
      add(
          ProfilePart.BITMAPS,
          "%s: expected %s, found %s"
              .formatted(
                  wanted.name(),
                  Arrays.toString(wanted.bitmap()),
                  Arrays.toString(found.bitmap())));
    }
    compareSites(ProfilePart.CALL_TARGETS, ValueKind.INDIRECT_CALL_TARGET, wanted, found);
    compareSites(ProfilePart.MEMOP_SIZES, ValueKind.MEMOP_SIZE, wanted, found);
    compareSites(ProfilePart.VTABLES, ValueKind.VTABLE_TARGET, wanted, found);
  }

  private void compareSites(
      ProfilePart part, ValueKind kind, FunctionRecord wanted, FunctionRecord found) {
    List<List<ValueSite.Value>> wantedSites = sites(wanted, kind);
    List<List<ValueSite.Value>> foundSites = sites(found, kind);
    if (!wantedSites.equals(foundSites)) {
      add(part, "%s: expected %s, found %s".formatted(wanted.name(), wantedSites, foundSites));
    }
  }

  private static List<List<ValueSite.Value>> sites(FunctionRecord function, ValueKind kind) {
    Comparator<ValueSite.Value> order =
        Comparator.comparing(ValueSite.Value::value).thenComparing(ValueSite.Value::count);
    return function.valueSites(kind).stream()
        .map(site -> site.values().stream().sorted(order).toList())
        .toList();
  }
}
