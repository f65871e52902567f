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
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
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
  private final Renaming renaming = new Renaming(LocalNames::oldSpelling);
  private final Set<Long> functions = new HashSet<>();
  private final Set<FunctionTable> counted = Collections.newSetFromMap(new WeakHashMap<>());

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
    FunctionTable table = renaming.apply(image.functions());
    if (table == image.functions()) {
      return image;
    }
    if (counted.add(table)) {
      count(image.functions(), table);
    }
    return ProfileImage.builder(image.format(), table, respellCounts(image))
        .variant(image.variant())
        .binaryIds(image.binaryIds())
        .vtables(image.vtableNames(), image.vtables())
        .build();
  }

  private void count(FunctionTable before, FunctionTable after) {
    for (int row = 0; row < before.size(); row++) {
      if (renaming.changes(before.nameHash(row))) {
        functions.add(after.nameHash(row));
      }
    }
  }

  private static Optional<byte[]> oldSpelling(NameTable names, int name) {
    int separator = separatorOf(names, name);
    if (separator < 0) {
      return Optional.empty();
    }
    byte[] bytes = names.name(name).bytes();
    bytes[separator] = OLD_SEPARATOR;
    return Optional.of(bytes);
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
            long known = kind == ValueKind.INDIRECT_CALL_TARGET ? renaming.hash(value) : value;
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
      hashes[i] = renaming.hash(trace.nameHash(i));
    }
    return TemporalTrace.of(trace.weight(), hashes);
  }
}
