package dev.profdata.cli;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ProfileReader;
import dev.profdata.model.BinaryId;
import dev.profdata.model.HottestFunctions;
import dev.profdata.model.NameTable;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileName;
import dev.profdata.model.ProfileSummary;
import dev.profdata.model.ProfileVariant;
import dev.profdata.model.TraceSet;
import dev.profdata.model.ValueKind;
import dev.profdata.model.ValueSiteStatistics;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The numbers that {@code show} gathers on its way through a profile. */
final class ShownProfile {
  private final ProfileFormat format;
  private final ProfileSummary.Builder summary;
  private final Map<ValueKind, ValueSiteStatistics> valueSites = new EnumMap<>(ValueKind.class);
  private final HottestFunctions hottest;
  private final List<NameTable> names = new ArrayList<>();
  private List<BinaryId> lastBinaryIds = List.of();
  private final List<BinaryId> binaryIds = new ArrayList<>();
  private ProfileVariant variant;
  private TraceSet traces = TraceSet.EMPTY;
  private long shown;
  private long belowCutoff;

  ShownProfile(ProfileReader reader, ShowOptions options, LlvmRelease release) {
    this.format = reader.format();
    this.variant = reader.variant();
    this.summary = ProfileSummary.builder(release).cutoffs(options.cutoffs(release));
    this.hottest = hottest(options, release);
    for (ValueKind kind : ValueKind.all()) {
      valueSites.put(kind, new ValueSiteStatistics());
    }
  }

  private static HottestFunctions hottest(ShowOptions options, LlvmRelease release) {
    return options.top() == 0 && !options.hotFunctions(release)
        ? HottestFunctions.none()
        : HottestFunctions.of(options.top(), release);
  }

  void enter(ProfileImage image) {
    variant = image.variant();
    lastBinaryIds = image.binaryIds();
    binaryIds.addAll(lastBinaryIds);
    names.add(image.functions().names());
  }

  void count(ProfileImage image, int row) {
    summary.add(image, row);
  }

  void countShown() {
    shown++;
  }

  void countBelowCutoff() {
    belowCutoff++;
  }

  void setTraces(TraceSet set) {
    traces = set;
  }

  ProfileFormat format() {
    return format;
  }

  /** Returns the variant of the image read last, as LLVM's reader reports it at the end. */
  ProfileVariant variant() {
    return variant;
  }

  ProfileSummary summary() {
    return summary.build();
  }

  ValueSiteStatistics valueSites(ValueKind kind) {
    return valueSites.getOrDefault(kind, new ValueSiteStatistics());
  }

  HottestFunctions hottest() {
    return hottest;
  }

  List<BinaryId> binaryIds() {
    return binaryIds;
  }

  /** Returns the ids of the image read last. */
  List<BinaryId> lastBinaryIds() {
    return lastBinaryIds;
  }

  TraceSet traces() {
    return traces;
  }

  /** Returns the name with a hash, empty if the profile does not know it. */
  Optional<ProfileName> name(long hash) {
    return names.stream()
        .filter(table -> table.find(hash) != NameTable.NOT_FOUND)
        .findFirst()
        .map(table -> table.name(table.find(hash)));
  }

  long shown() {
    return shown;
  }

  long belowCutoff() {
    return belowCutoff;
  }
}
