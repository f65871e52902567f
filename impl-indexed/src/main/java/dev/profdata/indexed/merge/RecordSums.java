package dev.profdata.indexed.merge;

import dev.profdata.format.LlvmRelease;
import dev.profdata.indexed.order.NameGroups;
import dev.profdata.indexed.order.StringMapOrder;
import dev.profdata.io.FindingKind;
import dev.profdata.io.ProfileMismatchException;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.NameTable;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ValueKind;
import dev.profdata.spi.MergeSettings;
import java.util.BitSet;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The records of the sum, one for each pair of name hash and structural hash.
 *
 * <p>The first record of a pair is taken over, scaled by the weight of its input; later ones are
 * added. What does not fit is reported once for each record, and the sum keeps what it had unless
 * the policies say otherwise.
 */
final class RecordSums {
  private final RecordPlaces places;
  private final CounterSums counters;
  private final BitmapSums bitmaps = new BitmapSums();
  private final UniformitySums uniformity = new UniformitySums();
  private final FirstProblem problem = new FirstProblem();
  private final ProblemPolicy policy;
  private final Map<FunctionTable, KnownRows> knownRows = new WeakHashMap<>();

  /** Tables that were added; only the first time their rows may be new. */
  private final Set<FunctionTable> addedOnce = Collections.newSetFromMap(new WeakHashMap<>());

  private final MergeSettings settings;
  private ValueSites sites;
  private RecordMerger merger;

  /**
   * Records of functions that do not fit the ones here, while it is not known yet which of them
   * come first.
   */
  private @Nullable RecordSums misfits;

  /** Starts without records. */
  RecordSums(MergeSettings settings) {
    this.settings = settings;
    LlvmRelease release = settings.release();
    this.places = new RecordPlaces(settings.joinsUnnamed());
    this.counters = new CounterSums(release);
    this.sites = settings.combinable() ? new UncutSites() : new SiteSums(release);
    this.policy = new ProblemPolicy(settings.policies(), places);
    this.merger = new RecordMerger(this, sites, problem);
  }

  /** Tells who reports problems, function by function. */
  interface Reporter {
    void report(FindingKind kind, IncomingRecords records);
  }

  /**
   * Adds all records of an image, in its order.
   *
   * @throws ProfileMismatchException if a record does not fit, and the policy is to fail
   */
  void add(IncomingRecords incoming, Reporter reporter) throws ProfileMismatchException {
    int[] placeOfRow = places.of(incoming.table());
    if (incoming.isPlain() && addAgain(incoming, placeOfRow, reporter)) {
      return;
    }
    counters.expect(incoming.counts().counters());
    for (int row = 0; row < placeOfRow.length; row++) {
      add(incoming, row, placeOfRow[row], reporter);
    }
  }

  /** Adds an image whose table was added before, if that can be done in bulk. */
  private boolean addAgain(IncomingRecords incoming, int[] placeOfRow, Reporter reporter)
      throws ProfileMismatchException {
    FunctionTable table = incoming.table();
    KnownRows known = knownRows.get(table);
    if (known == null) {
      if (addedOnce.add(table)) {
        return false;
      }
      known = findKnownRows(table, placeOfRow);
      knownRows.put(table, known);
    }
    if (!known.addTo(counters, incoming.counts())) {
      return false;
    }
    if (sites instanceof SiteSums shared
        && SharedRows.areMany(known.singles())
        && known.areShareable()
        && policy.neverFails()) {
      new SharedRows(this, shared, known, placeOfRow)
          .add(
              incoming,
              (row, kind) -> {
                incoming.moveTo(row);
                settle(kind, incoming, placeOfRow[row], reporter);
              });
    } else {
      addSingles(known, incoming, placeOfRow, reporter);
    }
    return true;
  }

  private void addSingles(
      KnownRows known, IncomingRecords incoming, int[] placeOfRow, Reporter reporter)
      throws ProfileMismatchException {
    for (int i = 0; i < known.singles(); i++) {
      int row = known.single(i);
      incoming.moveTo(row);
      if (known.hasCountersAdded(i)) {
        merger.mergeRest(incoming, placeOfRow[row]);
      } else {
        mergeOrPutAside(incoming, placeOfRow[row]);
      }
      settle(incoming, placeOfRow[row], reporter);
    }
  }

  private KnownRows findKnownRows(FunctionTable table, int[] placeOfRow) {
    KnownRows rows = new KnownRows();
    BitSet seen = new BitSet();
    for (int row = 0; row < placeOfRow.length; row++) {
      int place = placeOfRow[row];
      boolean fits = fits(table, row, place);
      if (seen.get(place)) {
        rows.addSharedPlace();
      }
      seen.set(place);
      if (fits) {
        rows.addCounters(table, row, places.counterStart(place));
      }
      if (!fits
          || table.siteCount(row) > 0
          || places.siteCount(place) > 0
          || table.bitmapSize(row) > 0
          || bitmaps.size(place) > 0) {
        rows.addSingle(row, fits);
      }
    }
    return rows;
  }

  /** Tells whether the counters of a record can be added without a further look at it. */
  private boolean fits(FunctionTable table, int row, int place) {
    return places.counterCount(place) > 0
        && table.counterCount(row) == places.counterCount(place)
        && (!settings.combinable() || misfit(table, row, place) == null);
  }

  /** Returns in what a record differs from that of its place, if it does. */
  private @Nullable FindingKind misfit(FunctionTable table, int row, int place) {
    if (table.counterCount(row) != places.counterCount(place)) {
      return FindingKind.COUNT_MISMATCH;
    }
    if (table.bitmapSize(row) != bitmaps.size(place)) {
      return FindingKind.BITMAP_MISMATCH;
    }
    for (ValueKind kind : ValueKind.all()) {
      if (table.siteCount(row, kind) != places.siteCount(place, kind)) {
        return FindingKind.VALUE_SITE_COUNT_MISMATCH;
      }
    }
    return null;
  }

  /** Adds the records of another sum, in the order in which LLVM's containers hand them out. */
  void addAll(ProfileImage other, LlvmRelease release, String source, Reporter reporter)
      throws ProfileMismatchException {
    NameGroups groups = NameGroups.of(other.functions(), release);
    int[] named = new int[groups.size()];
    NameTable.Builder names = NameTable.builder();
    for (int group = 0; group < named.length; group++) {
      named[group] = names.add(groups.name(group));
    }
    IncomingRecords incoming = new IncomingRecords(other, source, 1);
    for (int group : StringMapOrder.of(release).order(names.build(), named)) {
      for (int i = 0; i < groups.rows(group); i++) {
        int row = groups.row(group, i);
        // Records that are new here stand in the order in which they come, not in that of the
        // other.
        add(incoming, row, places.find(other.functions(), row), reporter);
      }
    }
  }

  private void add(IncomingRecords incoming, int row, int place, Reporter reporter)
      throws ProfileMismatchException {
    incoming.moveTo(row);
    if (places.isUnseen(place)) {
      takeOver(incoming, place);
    } else {
      mergeOrPutAside(incoming, place);
    }
    settle(incoming, place, reporter);
  }

  private void settle(IncomingRecords incoming, int place, Reporter reporter)
      throws ProfileMismatchException {
    FindingKind kind = problem.take();
    if (kind != null) {
      settle(kind, incoming, place, reporter);
    }
  }

  private void settle(FindingKind kind, IncomingRecords incoming, int place, Reporter reporter)
      throws ProfileMismatchException {
    reporter.report(kind, incoming);
    policy.apply(kind, incoming, place);
  }

  private void takeOver(IncomingRecords incoming, int place) {
    FunctionTable table = incoming.table();
    int row = incoming.row();
    places.take(place, table, row, counters.size(), sites.size());
    counters.append(
        incoming.counts(),
        incoming.counterStart(),
        incoming.counterCount(),
        incoming.weight(),
        problem);
    incoming.appendBitmap(bitmaps, place);
    incoming.appendUniformity(uniformity, place);
    int first = table.firstSite(row);
    for (int site = first; site < first + incoming.siteCount(); site++) {
      incoming.appendSite(sites, site, problem);
    }
  }

  private void mergeOrPutAside(IncomingRecords incoming, int place)
      throws ProfileMismatchException {
    FindingKind misfit =
        settings.combinable() ? misfit(incoming.table(), incoming.row(), place) : null;
    if (misfit == null) {
      merger.merge(incoming, place);
      return;
    }
    problem.note(misfit);
    if (misfits == null) {
      misfits = new RecordSums(settings);
    }
    int aside = misfits.places.find(incoming.table(), incoming.row());
    misfits.add(incoming, incoming.row(), aside, (kind, records) -> {});
  }

  /** Goes on without cutting sites, so that partial sums may join. */
  void stopCutting() {
    if (!(sites instanceof UncutSites)) {
      sites = UncutSites.of(sites);
      merger = new RecordMerger(this, sites, problem);
    }
  }

  /** Leaves records out, whatever else comes for them. */
  void leaveOut(FunctionTable table, BitSet rows) {
    int[] placeOfRow = places.of(table);
    rows.stream().forEach(row -> places.leaveOut(placeOfRow[row]));
  }

  /** Returns these records, those that do not fit them, and so on. */
  Stream<RecordSums> layers() {
    return misfits == null ? Stream.of(this) : Stream.concat(Stream.of(this), misfits.layers());
  }

  RecordPlaces places() {
    return places;
  }

  CounterSums counters() {
    return counters;
  }

  BitmapSums bitmaps() {
    return bitmaps;
  }

  UniformitySums uniformity() {
    return uniformity;
  }

  ValueSites sites() {
    return sites;
  }
}
