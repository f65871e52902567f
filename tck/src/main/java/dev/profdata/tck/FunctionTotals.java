package dev.profdata.tck;

import dev.profdata.model.FunctionRecord;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.ProfileName;
import dev.profdata.model.ValueKind;
import dev.profdata.model.ValueSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/**
 * What the records of one function add up to: the form in which a profile and a text are compared.
 *
 * @param counters modulo 2^64
 * @param bitmap united
 * @param sites of all kinds in order: how often each value was seen, 0 for all unknown targets
 */
record FunctionTotals(List<Long> counters, List<Byte> bitmap, List<Map<Long, Long>> sites) {
  static FunctionTotals empty() {
    return new FunctionTotals(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  static String key(ProfileName name, long structuralHash) {
    return "%s 0x%016x".formatted(name, structuralHash);
  }

  /**
   * Sums up a profile as a text shows it.
   *
   * @param namesTarget whether the text spells out the target with a name hash; the releases that
   *     print no names of virtual tables call them external, though the file may have the names
   */
  static Map<String, FunctionTotals> of(InstrProfile profile, LongPredicate namesTarget) {
    Map<String, FunctionTotals> totals = new TreeMap<>();
    for (FunctionRecord function : profile.functions().toList()) {
      totals
          .computeIfAbsent(
              key(function.name(), function.structuralHash()), absent -> FunctionTotals.empty())
          .add(function, namesTarget);
    }
    return totals;
  }

  private void add(FunctionRecord function, LongPredicate namesTarget) {
    for (int i = 0; i < function.counterCount(); i++) {
      addCounter(i, function.counter(i));
    }
    byte[] bytes = function.bitmap();
    for (int i = 0; i < bytes.length; i++) {
      addBitmapByte(i, bytes[i]);
    }
    int next = 0;
    for (ValueKind kind : ValueKind.all()) {
      for (ValueSite site : function.valueSites(kind)) {
        for (ValueSite.Value value : site.values()) {
          boolean known =
              !kind.namesTargets()
                  || function
                      .targetName(kind, value)
                      .filter(name -> namesTarget.test(name.hash()))
                      .isPresent();
          addValue(next, known ? value.value() : 0, value.count());
        }
        addSite(next++);
      }
    }
  }

  void addCounter(int index, long count) {
    grow(counters, index, 0L);
    counters.set(index, counters.get(index) + count);
  }

  void addBitmapByte(int index, byte bits) {
    grow(bitmap, index, (byte) 0);
    bitmap.set(index, (byte) (bitmap.get(index) | bits));
  }

  void addSite(int index) {
    while (sites.size() <= index) {
      sites.add(new TreeMap<>());
    }
  }

  void addValue(int site, long value, long count) {
    addSite(site);
    sites.get(site).merge(value, count, Long::sum);
  }

  private static <T> void grow(List<T> list, int index, T zero) {
    while (list.size() <= index) {
      list.add(zero);
    }
  }
}
