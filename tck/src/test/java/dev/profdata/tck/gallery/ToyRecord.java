package dev.profdata.tck.gallery;

import dev.profdata.model.FunctionRecord;
import dev.profdata.model.ImageBuilder;
import dev.profdata.model.ProfileName;
import dev.profdata.model.ValueKind;
import dev.profdata.model.ValueSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The sum of the records of a function. */
final class ToyRecord {
  private final ProfileName name;
  private final long structuralHash;
  private final long[] counters;
  private final byte[] bitmap;
  private final List<Site> sites = new ArrayList<>();

  /** A value site: how often each value was seen. */
  private record Site(ValueKind kind, Map<Long, Long> values) {}

  /** Starts with zeros in the shape of a record. */
  ToyRecord(FunctionRecord like) {
    this.name = like.name();
    this.structuralHash = like.structuralHash();
    this.counters = new long[like.counterCount()];
    this.bitmap = new byte[like.bitmap().length];
    for (ValueKind kind : ValueKind.all()) {
      for (int i = 0; i < like.valueSites(kind).size(); i++) {
        sites.add(new Site(kind, new TreeMap<>()));
      }
    }
  }

  boolean fits(FunctionRecord function) {
    return function.counterCount() == counters.length;
  }

  /**
   * Adds a record.
   *
   * @return whether a counter reached the ceiling
   */
  boolean add(FunctionRecord function, long weight, ToyArithmetic arithmetic) {
    boolean overflow = false;
    for (int i = 0; i < counters.length; i++) {
      counters[i] = arithmetic.addCounter(counters[i], function.counter(i), weight);
      overflow |= Long.compareUnsigned(counters[i], ToyArithmetic.CEILING) >= 0;
    }
    byte[] bits = function.bitmap();
    for (int i = 0; i < Math.min(bitmap.length, bits.length); i++) {
      bitmap[i] = arithmetic.addBits(bitmap[i], bits[i]);
    }
    int next = 0;
    for (ValueKind kind : ValueKind.all()) {
      for (ValueSite site : function.valueSites(kind)) {
        Map<Long, Long> values = sites.get(next++).values();
        for (ValueSite.Value value : site.values()) {
          long count = ToyArithmetic.multiply(value.count(), weight, -1);
          values.merge(value.value(), count, arithmetic::addValue);
        }
      }
    }
    return overflow;
  }

  void addTo(ImageBuilder image) {
    image.function(name, structuralHash).counters(counters);
    for (byte bits : bitmap) {
      image.bitmap(bits);
    }
    for (Site site : sites) {
      image.site(site.kind());
      site.values().forEach(image::value);
    }
  }
}
