package dev.profdata.indexed.merge;

import dev.profdata.format.LlvmRelease;
import dev.profdata.indexed.order.NameGroups;
import dev.profdata.indexed.order.PlaceIndex;
import dev.profdata.indexed.order.StringMapOrder;
import dev.profdata.io.Finding;
import dev.profdata.io.FindingKind;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.ImageCounts;
import dev.profdata.model.NameTable;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileName;
import dev.profdata.model.ValueData;
import dev.profdata.model.ValueKind;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;

/**
 * The records of the sum, one for each pair of name hash and structural hash.
 *
 * <p>The first record of a pair is taken over, scaled by the weight of its input; later ones are
 * added. What does not fit is reported once for each record, and the sum keeps what it had.
 */
final class RecordSums {
  private static final int INITIAL = 512;
  private static final int UNSEEN = -1;

  private final PlaceIndex index = new PlaceIndex();
  private final CounterSums counters;
  private final SiteSums sites;
  private final BitmapSums bitmaps = new BitmapSums();
  private final UniformitySums uniformity = new UniformitySums();
  private final FirstProblem problem = new FirstProblem();

  /** Tables are compared by identity; those that nobody else holds any more are forgotten. */
  private final Map<FunctionTable, int[]> placesOfTables = new WeakHashMap<>();

  private final Map<FunctionTable, KnownRows> knownRows = new WeakHashMap<>();

  /** Tables that were added; only the first time their rows may be new. */
  private final Set<FunctionTable> addedOnce = Collections.newSetFromMap(new WeakHashMap<>());

  private final RecordValidity validity;
  private final boolean joinsUnnamed;

  private NameTable[] nameTables = new NameTable[INITIAL];
  private int[] nameIndexes = new int[INITIAL];
  private int[] counterStarts = new int[INITIAL];
  private int[] counterCounts = unseen(INITIAL, 0);
  private int[] firstSites = new int[INITIAL];
  private final int[][] siteCounts = new int[ValueKind.all().size()][INITIAL];

  /**
   * Starts without records.
   *
   * @param joinsUnnamed whether records without a known name all count as bearing the empty name,
   *     as in LLVM
   */
  RecordSums(LlvmRelease release, boolean joinsUnnamed) {
    this.counters = new CounterSums(release);
    this.sites = new SiteSums(release);
    this.validity = new RecordValidity(release);
    this.joinsUnnamed = joinsUnnamed;
  }

  private static int[] unseen(int length, int from) {
    int[] counts = new int[length];
    Arrays.fill(counts, from, length, UNSEEN);
    return counts;
  }

  /**
   * Adds all records of an image, in its order.
   *
   * @param bitmapOfRow says where the bitmaps are
   */
  void add(
      ProfileImage image,
      RowBitmaps bitmapOfRow,
      String source,
      long weight,
      Consumer<Finding> findings) {
    int[] places = placesOf(image.functions());
    if (weight == 1
        && !bitmapOfRow.inherits()
        && !image.counts().hasUniformCounters()
        && !image.counts().hasUniformity()
        && addAgain(image, places, source, findings)) {
      return;
    }
    for (int row = 0; row < places.length; row++) {
      add(image, bitmapOfRow, row, places[row], weight);
      report(image, row, source, findings);
    }
  }

  private void report(ProfileImage image, int row, String source, Consumer<Finding> findings) {
    FindingKind kind = problem.take();
    if (kind != null) {
      String function = image.functions().name(row).toString();
      findings.accept(Finding.in(kind, source, function, MergeProblem.sentence(kind)));
    }
  }

  /** Adds an image whose table was added before, if that can be done in bulk. */
  private boolean addAgain(
      ProfileImage image, int[] places, String source, Consumer<Finding> findings) {
    FunctionTable table = image.functions();
    KnownRows known = knownRows.get(table);
    if (known == null) {
      if (addedOnce.add(table)) {
        return false;
      }
      known = findKnownRows(table, places);
      knownRows.put(table, known);
    }
    if (!known.addTo(counters, image.counts())) {
      return false;
    }
    RowBitmaps bitmapOfRow = RowBitmaps.own(table);
    for (int i = 0; i < known.singles(); i++) {
      int row = known.single(i);
      int place = places[row];
      bitmapOfRow.moveTo(row);
      if (fits(table, row, place)) {
        mergeRest(image, bitmapOfRow, row, place, 1);
      } else {
        merge(image, bitmapOfRow, row, place, 1);
      }
      report(image, row, source, findings);
    }
    return true;
  }

  private KnownRows findKnownRows(FunctionTable table, int[] places) {
    KnownRows rows = new KnownRows();
    for (int row = 0; row < places.length; row++) {
      int place = places[row];
      boolean fits = fits(table, row, place);
      if (fits) {
        rows.addCounters(table, row, counterStarts[place]);
      }
      if (!fits
          || table.siteCount(row) > 0
          || siteCount(place) > 0
          || table.bitmapSize(row) > 0
          || bitmaps.size(place) > 0) {
        rows.addSingle(row);
      }
    }
    return rows;
  }

  private boolean fits(FunctionTable table, int row, int place) {
    return table.counterCount(row) == counterCounts[place] && counterCounts[place] > 0;
  }

  /** Adds the records of another sum, in the order in which LLVM's containers hand them out. */
  void addAll(ProfileImage other, LlvmRelease release, Consumer<FindingKind> problems) {
    NameGroups groups = NameGroups.of(other.functions(), release);
    int[] named = new int[groups.size()];
    NameTable.Builder names = NameTable.builder();
    for (int group = 0; group < named.length; group++) {
      named[group] = names.add(groups.name(group));
    }
    for (int group : StringMapOrder.of(release).order(names.build(), named)) {
      for (int i = 0; i < groups.rows(group); i++) {
        int row = groups.row(group, i);
        // Records that are new here stand in the order in which they come, not in that of the
        // other.
        int place = findPlace(other.functions(), row);
        add(other, RowBitmaps.own(other.functions()), row, place, 1);
        FindingKind kind = problem.take();
        if (kind != null) {
          problems.accept(kind);
        }
      }
    }
  }

  /** Adds one record of an image. */
  private void add(ProfileImage image, RowBitmaps bitmapOfRow, int row, int place, long weight) {
    bitmapOfRow.moveTo(row);
    if (counterCounts[place] == UNSEEN) {
      takeOver(image, bitmapOfRow, row, place, weight);
      bitmapOfRow.consume();
    } else {
      merge(image, bitmapOfRow, row, place, weight);
    }
  }

  /**
   * Returns the place of each row of a table, making new ones where needed.
   *
   * <p>Files of one build come with the same table, whose rows are then looked up once.
   */
  private int[] placesOf(FunctionTable table) {
    return placesOfTables.computeIfAbsent(table, this::findPlaces);
  }

  private int[] findPlaces(FunctionTable table) {
    int[] places = new int[table.size()];
    for (int row = 0; row < places.length; row++) {
      places[row] = findPlace(table, row);
    }
    return places;
  }

  private int findPlace(FunctionTable table, int row) {
    boolean named = table.hasName(row);
    long nameHash = named || !joinsUnnamed ? table.nameHash(row) : ProfileName.EMPTY.hash();
    int place = index.placeOf(nameHash, table.structuralHash(row));
    reserve(place);
    if (named && nameTables[place] == null) {
      nameTables[place] = table.names();
      nameIndexes[place] = table.nameIndex(row);
    }
    return place;
  }

  private void reserve(int place) {
    int old = nameTables.length;
    if (place >= old) {
      int length = Growth.of(old, place + 1L);
      nameTables = Arrays.copyOf(nameTables, length);
      nameIndexes = Arrays.copyOf(nameIndexes, length);
      counterStarts = Arrays.copyOf(counterStarts, length);
      counterCounts = Arrays.copyOf(counterCounts, length);
      Arrays.fill(counterCounts, old, length, UNSEEN);
      firstSites = Arrays.copyOf(firstSites, length);
      for (int kind = 0; kind < siteCounts.length; kind++) {
        siteCounts[kind] = Arrays.copyOf(siteCounts[kind], length);
      }
    }
  }

  private void takeOver(
      ProfileImage image, RowBitmaps bitmapOfRow, int row, int place, long weight) {
    FunctionTable table = image.functions();
    ImageCounts counts = image.counts();
    counterStarts[place] = counters.size();
    counterCounts[place] = table.counterCount(row);
    counters.append(counts, table.counterStart(row), table.counterCount(row), weight, problem);
    bitmaps.append(place, counts, bitmapOfRow.start(), bitmapOfRow.size());
    uniformity.append(place, image, row, weight);
    firstSites[place] = sites.size();
    if (table.siteCount(row) == 0) {
      return;
    }
    for (ValueKind kind : ValueKind.all()) {
      int siteCount = table.siteCount(row, kind);
      siteCounts[kind.number()][place] = siteCount;
      int first = siteCount == 0 ? 0 : table.firstSite(row, kind);
      for (int site = first; site < first + siteCount; site++) {
        sites.append(counts.values(), site, weight, problem);
      }
    }
  }

  private void merge(ProfileImage image, RowBitmaps bitmapOfRow, int row, int place, long weight) {
    FunctionTable table = image.functions();
    int count = table.counterCount(row);
    if (count != counterCounts[place]) {
      problem.note(FindingKind.COUNT_MISMATCH);
      return;
    }
    boolean goesOn =
        count == 0
            || counters.add(
                counterStarts[place],
                image.counts(),
                table.counterStart(row),
                count,
                weight,
                problem);
    if (goesOn) {
      mergeRest(image, bitmapOfRow, row, place, weight);
    }
  }

  /** Merges all but the counters. */
  private void mergeRest(
      ProfileImage image, RowBitmaps bitmapOfRow, int row, int place, long weight) {
    if (!bitmaps.merge(place, image.counts(), bitmapOfRow.start(), bitmapOfRow.size())) {
      problem.note(FindingKind.BITMAP_MISMATCH);
      return;
    }
    mergeSites(image, row, place, weight);
    uniformity.merge(place, image, row, weight);
  }

  private void mergeSites(ProfileImage image, int row, int place, long weight) {
    FunctionTable table = image.functions();
    if (table.siteCount(row) == 0 && siteCount(place) == 0) {
      return;
    }
    int target = firstSites[place];
    int source = table.firstSite(row);
    for (int kind = 0; kind < siteCounts.length; kind++) {
      int own = siteCounts[kind][place];
      int other = table.siteCount(row, ValueKind.all().get(kind));
      if (own != other) {
        problem.note(FindingKind.VALUE_SITE_COUNT_MISMATCH);
      } else {
        for (int site = 0; site < own; site++) {
          sites.add(target + site, image.counts().values(), source + site, weight, problem);
        }
      }
      target += own;
      source += other;
    }
  }

  private int siteCount(int place) {
    int sum = 0;
    for (int[] counts : siteCounts) {
      sum += counts[place];
    }
    return sum;
  }

  /** Tells whether the sum holds a record that LLVM calls invalid. */
  boolean hasInvalidRecord() {
    for (int place = 0; place < index.size(); place++) {
      int site = firstSites[place];
      for (ValueKind kind : ValueKind.all()) {
        int end = site + siteCounts[kind.number()][place];
        for (; site < end; site++) {
          if (validity.isInvalid(sites, site, kind)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Returns the records in columns, in the order in which they were first seen. */
  FunctionTable toTable() {
    FunctionTable.Builder table = FunctionTable.builder().reserve(index.size());
    for (int place = 0; place < index.size(); place++) {
      long nameHash = index.nameHash(place);
      table.addRow(nameHash, index.structuralHash(place));
      table.counters(counterStarts[place], counterCounts[place]);
      table.bitmap(bitmaps.start(place), bitmaps.size(place));
      for (ValueKind kind : ValueKind.all()) {
        table.sites(kind, siteCounts[kind.number()][place]);
      }
    }
    return table.build(names());
  }

  /** Returns the names of all records: the table of the inputs itself if they share one. */
  @SuppressWarnings("ReferenceEquality") // Tables that are equal but not the same are not worth it.
  private NameTable names() {
    NameTable only = index.size() == 0 ? null : nameTables[0];
    for (int place = 0; only != null && place < index.size(); place++) {
      only = nameTables[place] == only ? only : null;
    }
    if (only != null) {
      return only;
    }
    PlaceIndex distinct = new PlaceIndex();
    NameTable.Builder names = NameTable.builder();
    for (int place = 0; place < index.size(); place++) {
      addName(distinct, names, place);
    }
    return names.build();
  }

  private void addName(PlaceIndex distinct, NameTable.Builder names, int place) {
    NameTable source = nameTables[place];
    long hash = index.nameHash(place);
    if (source == null && !joinsUnnamed) {
      return;
    }
    int seen = distinct.size();
    if (distinct.placeOf(hash, 0) == seen) {
      if (source == null) {
        names.add(ProfileName.EMPTY);
      } else {
        names.add(source, nameIndexes[place]);
      }
    }
  }

  /** Sites stand in the order in which records were taken over, which may be another. */
  private ValueData valuesInOrderOfPlaces() {
    ValueData.Builder data = ValueData.builder();
    for (int place = 0; place < index.size(); place++) {
      int end = firstSites[place] + siteCount(place);
      for (int site = firstSites[place]; site < end; site++) {
        sites.appendTo(data, site);
      }
    }
    return data.build();
  }

  /** Returns the counts of {@link #toTable}. */
  ImageCounts toCounts() {
    ImageCounts.Builder counts =
        ImageCounts.builder()
            .counters(counters.toArray())
            .bitmap(bitmaps.toArray())
            .values(valuesInOrderOfPlaces());
    uniformity.addTo(counts, index.size());
    return counts.build();
  }
}
