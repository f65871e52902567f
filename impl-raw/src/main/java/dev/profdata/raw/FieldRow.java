package dev.profdata.raw;

import com.google.common.collect.ImmutableList;

/**
 * A row of a layout table: a field that stands at this place in some versions. A field that moved
 * has a row for each of its places.
 *
 * @param since the first of these versions
 * @param until the last of them
 */
record FieldRow<F>(F field, int since, int until) {
  static <F> FieldRow<F> since(int version, F field) {
    return new FieldRow<>(field, version, Integer.MAX_VALUE);
  }

  static <F> FieldRow<F> in(int first, int last, F field) {
    return new FieldRow<>(field, first, last);
  }

  /** Returns the fields of a version, in the order of a table. */
  static <F> ImmutableList<F> fieldsOf(int version, ImmutableList<FieldRow<F>> table) {
    return table.stream()
        .filter(row -> row.since <= version && version <= row.until)
        .map(FieldRow::field)
        .collect(ImmutableList.toImmutableList());
  }
}
