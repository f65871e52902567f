package dev.profdata;

import dev.profdata.format.ProfileFormat;
import dev.profdata.format.ReleaseRule;
import dev.profdata.io.Finding;
import dev.profdata.io.FindingKind;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.ImageCounts;
import dev.profdata.model.NameTable;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.TemporalTrace;
import dev.profdata.model.TraceSet;
import dev.profdata.model.ValueData;
import dev.profdata.model.ValueKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Spells the names of local functions in IR profiles as compilers before LLVM 18 look for them:
 * {@code file:name} instead of {@code file;name}. Call targets and traces, which are hashes of
 * names, follow.
 */
final class LocalNames {
  private static final byte NEW_SEPARATOR = ';';
  private static final byte OLD_SEPARATOR = ':';

  private final ProfileFormat target;
  private final Map<Long, Long> respelt = new HashMap<>();
  private final Set<Long> functions = new HashSet<>();
  private final Map<FunctionTable, FunctionTable> tables = new WeakHashMap<>();

  private LocalNames(ProfileFormat target) {
    this.target = target;
  }

  /** Returns what respells names for a target, empty if its compiler knows the newer spelling. */
  static Optional<LocalNames> forTarget(ProfileFormat target) {
    return target.release().follows(ReleaseRule.SEMICOLON_IN_LOCAL_NAMES)
        ? Optional.empty()
        : Optional.of(new LocalNames(target));
  }

  /** Returns what was done, if anything was. */
  Optional<Finding> finding() {
    return functions.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                FindingKind.RESPELT_LOCAL_NAMES,
                target.toString(),
                "local functions spelt file:name, as compilers before LLVM 18 look for them: "
                    + functions.size()));
  }

  /** Returns an image with its local names respelt, itself if it has none. */
  ProfileImage respell(ProfileImage image) {
    if (!image.variant().isIrLevel()) {
      return image;
    }
    FunctionTable table = tables.computeIfAbsent(image.functions(), this::respellTable);
    if (table == image.functions()) {
      return image;
    }
    return ProfileImage.builder(image.format(), table, respellCounts(image))
        .variant(image.variant())
        .binaryIds(image.binaryIds())
        .vtables(image.vtableNames(), image.vtables())
        .build();
  }

  private FunctionTable respellTable(FunctionTable table) {
    Optional<NameTable> names = respellNames(table.names());
    if (names.isEmpty()) {
      return table;
    }
    FunctionTable.Builder builder = FunctionTable.builder().reserve(table.size());
    for (int row = 0; row < table.size(); row++) {
      Long other = respelt.get(table.nameHash(row));
      if (other != null) {
        functions.add(other);
      }
      builder.addRow(other == null ? table.nameHash(row) : other, table.structuralHash(row));
      builder.counters(table.counterStart(row), table.counterCount(row));
      builder.bitmap(table.bitmapStart(row), table.bitmapSize(row));
      for (ValueKind kind : ValueKind.all()) {
        builder.sites(kind, table.siteCount(row, kind));
      }
    }
    return builder.build(names.get());
  }

  private Optional<NameTable> respellNames(NameTable names) {
    NameTable.Builder builder = NameTable.builder();
    boolean changed = false;
    for (int name = 0; name < names.size(); name++) {
      int separator = separatorOf(names, name);
      if (separator < 0) {
        builder.add(names, name);
      } else {
        byte[] bytes = names.name(name).bytes();
        bytes[separator] = OLD_SEPARATOR;
        int index = builder.add(bytes, 0, bytes.length);
        respelt.put(names.hash(name), builder.hash(index));
        changed = true;
      }
    }
    return changed ? Optional.of(builder.build()) : Optional.empty();
  }

  private static int separatorOf(NameTable names, int name) {
    for (int at = 0; at < names.length(name); at++) {
      if (names.byteAt(name, at) == NEW_SEPARATOR) {
        return at;
      }
    }
    return -1;
  }

  private ImageCounts respellCounts(ProfileImage image) {
    ValueData values = image.counts().values();
    FunctionTable table = image.functions();
    ValueData.Builder builder = ValueData.builder();
    for (int row = 0; row < table.size(); row++) {
      for (ValueKind kind : ValueKind.all()) {
        int first = table.firstSite(row, kind);
        for (int site = first; site < first + table.siteCount(row, kind); site++) {
          builder.beginSite();
          for (int pair = values.start(site); pair < values.end(site); pair++) {
            long value = values.value(pair);
            long known =
                kind == ValueKind.INDIRECT_CALL_TARGET ? respelt.getOrDefault(value, value) : value;
            builder.add(known, values.count(pair), values.rawValue(pair));
          }
        }
      }
    }
    return image.counts().withValues(builder.build());
  }

  /** Returns traces with the hashes of respelt names. */
  TraceSet respell(TraceSet traces) {
    List<TemporalTrace> respelled = traces.traces().stream().map(this::respell).toList();
    return new TraceSet(respelled, traces.streamSize());
  }

  private TemporalTrace respell(TemporalTrace trace) {
    long[] hashes = new long[trace.size()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = respelt.getOrDefault(trace.nameHash(i), trace.nameHash(i));
    }
    return TemporalTrace.of(trace.weight(), hashes);
  }
}
