package dev.profdata.indexed.merge;

import dev.profdata.indexed.order.PlaceIndex;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.NameTable;
import dev.profdata.model.ProfileName;
import dev.profdata.model.ValueKind;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * The columns of the sum: a place for each pair of name hash and structural hash, in the order in
 * which they were first seen, and where the parts of its record stand.
 */
final class RecordPlaces {
  private static final int INITIAL = 512;
  private static final int UNSEEN = -1;

  private final PlaceIndex index = new PlaceIndex();
  private final boolean joinsUnnamed;

  /** Tables are compared by identity; those that nobody else holds any more are forgotten. */
  private final Map<FunctionTable, int[]> placesOfTables = new WeakHashMap<>();

  private final BitSet leftOut = new BitSet();
  private NameTable[] nameTables = new NameTable[INITIAL];
  private int[] nameIndexes = new int[INITIAL];
  private int[] counterStarts = new int[INITIAL];
  private int[] counterCounts = unseen(INITIAL);
  private int[] firstSites = new int[INITIAL];
  private final int[][] siteCounts = new int[ValueKind.all().size()][INITIAL];

  /**
   * Starts without places.
   *
   * @param joinsUnnamed whether records without a known name all count as bearing the empty name,
   *     as in LLVM
   */
  RecordPlaces(boolean joinsUnnamed) {
    this.joinsUnnamed = joinsUnnamed;
  }

  private static int[] unseen(int length) {
    int[] counts = new int[length];
    Arrays.fill(counts, UNSEEN);
    return counts;
  }

  int size() {
    return index.size();
  }

  /**
   * Returns the place of each row of a table, making new ones where needed.
   *
   * <p>Files of one build come with the same table, whose rows are then looked up once.
   */
  int[] of(FunctionTable table) {
    return placesOfTables.computeIfAbsent(table, this::findAll);
  }

  private int[] findAll(FunctionTable table) {
    int[] places = new int[table.size()];
    for (int row = 0; row < places.length; row++) {
      places[row] = find(table, row);
    }
    return places;
  }

  /** Returns the place of a row, a new one if it was not seen before. */
  int find(FunctionTable table, int row) {
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

  /** Tells whether a place has no record so far. */
  boolean isUnseen(int place) {
    return counterCounts[place] == UNSEEN;
  }

  /** Gives a place its record: so many counters and sites, which start where these numbers say. */
  void take(int place, FunctionTable table, int row, int counterStart, int firstSite) {
    counterStarts[place] = counterStart;
    counterCounts[place] = table.counterCount(row);
    firstSites[place] = firstSite;
    if (table.siteCount(row) > 0) {
      for (ValueKind kind : ValueKind.all()) {
        siteCounts[kind.number()][place] = table.siteCount(row, kind);
      }
    }
  }

  /** Leaves the record of a place out of the sum, whatever else comes for it. */
  void leaveOut(int place) {
    leftOut.set(place);
  }

  /** Tells whether the record of a place is left out. */
  boolean isLeftOut(int place) {
    return leftOut.get(place);
  }

  long nameHash(int place) {
    return index.nameHash(place);
  }

  /** Returns the name of a place for people, empty if it is not known. */
  String name(int place) {
    NameTable table = nameTables[place];
    return table == null ? "" : table.name(nameIndexes[place]).toString();
  }

  long structuralHash(int place) {
    return index.structuralHash(place);
  }

  int counterStart(int place) {
    return counterStarts[place];
  }

  int counterCount(int place) {
    return counterCounts[place];
  }

  int firstSite(int place) {
    return firstSites[place];
  }

  int siteCount(int place, ValueKind kind) {
    return siteCounts[kind.number()][place];
  }

  int siteCount(int place) {
    int sum = 0;
    for (int[] counts : siteCounts) {
      sum += counts[place];
    }
    return sum;
  }

  /** Returns the names of all records: the table of the inputs itself if they share one. */
  @SuppressWarnings("ReferenceEquality") // Tables that are equal but not the same are not worth it.
  NameTable names() {
    NameTable only = index.size() == 0 || !leftOut.isEmpty() ? null : nameTables[0];
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
}
