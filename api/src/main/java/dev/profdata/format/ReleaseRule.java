package dev.profdata.format;

/**
 * A way in which LLVM's own tool behaves, with the first release that behaves so.
 *
 * <p>Bytes and messages depend on more than the version number of a format. Each constant is one
 * such dependence; {@link LlvmRelease#follows} answers for one release. A behaviour that ended
 * again is written as the rule that replaced it. The page {@code docs/merging.md} explains them.
 *
 * @since 0.1
 */
public enum ReleaseRule {
  /** Summaries have each cutoff once; before, one half and six tenths twice: a slip of LLVM's. */
  CUTOFFS_ONCE(7),
  /** Bugs are reported on GitHub; before, in Bugzilla. */
  BUGS_ON_GITHUB(14),
  /** Kinds of several inputs are united; before, a mix of IR and front end fails at once. */
  KINDS_UNITE(14),
  /** Detailed summaries list all sixteen cutoffs; before, seven. */
  SHOW_ALL_CUTOFFS(15),
  /** Counters stop at 2^64-3; before, at 2^64-1. */
  RESERVED_COUNTS(16),
  /**
   * A first counter of 2^64-1 or 2^64-2 marks a function as hot or warm; before, {@code show} and
   * summaries left any counter of 2^64-1 out.
   */
  PSEUDO_COUNTS(16),
  /** Any duplicate value in a site makes a record invalid; before, only value 0 given twice. */
  DUPLICATE_VALUES_INVALID(16),
  /** Binary ids are kept, of the last image of a raw file. */
  BINARY_IDS(16),
  /** Kinds of all thread contexts are united; before, those of all but the first were lost. */
  THREAD_KINDS_UNITE(16),
  /** Names are written in byte order; before, in the order of LLVM's string map. */
  SORTED_NAMES(17),
  /** String maps hash with XXH3; before, with DJB. */
  XXH3_STRING_MAP(17),
  /** Temporal traces are read, merged, written, and functions ordered by them. */
  TEMPORAL_TRACES(17),
  /** IR profiles call local functions {@code file;name}; before, {@code file:name}. */
  SEMICOLON_IN_LOCAL_NAMES(18),
  /** Binary ids of every image of a raw file are kept. */
  ALL_BINARY_IDS(18),
  /** Bitmaps are read, merged and written. */
  BITMAPS(18),
  /** A text record without a bitmap may inherit that of the record before it: a slip of LLVM's. */
  STALE_TEXT_BITMAPS(18),
  /** A raw counter above 2^56 makes its file invalid. */
  LARGE_COUNTER_INVALID(18),
  /** {@code show --binary-ids} prints its heading for indexed profiles also without ids. */
  SHOW_EMPTY_BINARY_IDS(18),
  /** {@code order} begins its list with comments; before, the number was a message. */
  ORDER_COMMENTS(18),
  /**
   * Functions are ordered by the whole longest trace; before, less its last if of 2^n functions.
   */
  ORDER_WHOLE_TRACES(18),
  /** Value kind 2 and names of virtual tables. */
  VTABLES(19),
  /** Duplicate values are exempt from the validity check in virtual table sites. */
  VTABLE_DUPLICATES_VALID(19),
  /** Values are sorted before merging with an unstable introsort; before, stably. */
  UNSTABLE_VALUE_SORT(19),
  /** Structural hashes are mixed by multiply and shift; before, multiplied by 37. */
  MIXED_RECORD_HASH(19),
  /** Incoming temporal traces are cut to their longest length always, empty ones are dropped. */
  TRACES_CUT_EARLY(19),
  /** Functions are ordered by the utilities that some of them share, not rare nor common ones. */
  ORDER_WITHOUT_OUTLIERS(19),
  /** {@code order} keeps traces apart to test the order with. */
  ORDER_TEST_TRACES(19),
  /** The flag for loop entries is known. */
  LOOP_ENTRIES(20),
  /** {@code show} always prints the number of blocks and the total count, and per cent signs. */
  SHOW_TOTALS(20),
  /** Each half of an order starts sorted; before, only cut at the middle (libstdc++'s way). */
  ORDER_SORTED_HALVES(21),
  /** Temporal traces are sampled by the newer reservoir rule. */
  NEW_TRACE_SAMPLING(22),
  /** {@code show --topn} is stable, {@code --hot-func-list} works. */
  SHOW_STABLE_TOP(22),
  /** {@code overlap} says "information"; before, "infomation". */
  OVERLAP_SPELLING(22),
  /** Open-addressing tables probe the next bucket; before, in growing steps. */
  LINEAR_PROBING(23);

  private final int since;

  ReleaseRule(int since) {
    this.since = since;
  }

  boolean holdsIn(int major) {
    return major >= since;
  }
}
