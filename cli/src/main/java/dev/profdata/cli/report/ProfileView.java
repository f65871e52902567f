package dev.profdata.cli.report;

import dev.profdata.model.InstrProfile;
import dev.profdata.model.ValueKind;
import java.util.List;

/**
 * The part of the page about one profile.
 *
 * @param id what the places of this part begin with
 * @param role {@code Base} or {@code Other} in a comparison, else empty
 * @param moreFiles how many source files are not in the list, empty if none
 * @param moreTraces how many traces are not shown, empty if none
 */
record ProfileView(
    String id,
    String role,
    String source,
    List<Fact> facts,
    List<String> notes,
    List<FunctionRow> bySum,
    List<FunctionRow> byMaxCount,
    CurveView curve,
    List<FileRow> files,
    String moreFiles,
    List<SitesView> sites,
    List<TraceView> traces,
    String moreTraces) {
  private static final int MOST_TRACES = 5;

  static ProfileView of(String id, String role, ProfileData data, int top) {
    InstrProfile profile = data.profile();
    ProfileNames names = new ProfileNames(profile);
    List<SourceFile> files = SourceFile.of(data.functions().all());
    return new ProfileView(
        id,
        role,
        data.source(),
        data.facts(),
        data.notes(),
        FunctionRow.bySum(data.functions(), top),
        FunctionRow.byMaxCount(data.functions(), top),
        CurveView.of(data.curve()),
        FileRow.of(files, top),
        Numbers.more(files.size(), top),
        sites(profile, names, top),
        TraceView.of(TraceSteps.of(profile, MOST_TRACES), names, top),
        Numbers.more(TraceSteps.count(profile), MOST_TRACES));
  }

  private static List<SitesView> sites(InstrProfile profile, ProfileNames names, int top) {
    return ValueKind.all().stream()
        .map(kind -> ValueSites.of(profile, kind))
        .filter(sites -> sites.total() > 0)
        .map(sites -> SitesView.of(sites, names, top))
        .toList();
  }

  boolean hasHottest() {
    return !bySum.isEmpty();
  }

  boolean hasFiles() {
    return !files.isEmpty();
  }

  boolean hasTraces() {
    return !traces.isEmpty();
  }
}
