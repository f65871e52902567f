package dev.profdata.indexed.merge;

/** The two orders that value pairs are sorted in. */
enum PairOrder {
  /** By value, ascending, unsigned: the order for merging two sites. */
  VALUE {
    @Override
    boolean before(long value, long count, long otherValue, long otherCount) {
      return Long.compareUnsigned(value, otherValue) < 0;
    }
  },
  /** By count, descending, unsigned: the order in files. */
  COUNT_DESCENDING {
    @Override
    boolean before(long value, long count, long otherValue, long otherCount) {
      return Long.compareUnsigned(count, otherCount) > 0;
    }
  };

  abstract boolean before(long value, long count, long otherValue, long otherCount);
}
