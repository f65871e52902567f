package dev.profdata.io;

/**
 * Why a profile cannot be used, by LLVM's names ({@code instrprof_error}) and words.
 *
 * @since 0.1
 */
public enum ErrorKind {
  /** Not an instrumentation profile at all. */
  UNRECOGNIZED_FORMAT("unrecognized instrumentation profile encoding format"),
  /** A further image in a file does not start with the magic of the first. */
  BAD_MAGIC("invalid instrumentation profile data (bad magic)"),
  /** A header is cut off, or its sizes do not fit the file. */
  BAD_HEADER("invalid instrumentation profile data (file header is corrupt)"),
  /** A version that no provider reads, or a combination of kinds that cannot be merged. */
  UNSUPPORTED_VERSION("unsupported instrumentation profile format version"),
  /** Indexed profiles hash names with MD5 only. */
  UNSUPPORTED_HASH_TYPE("unsupported instrumentation profile hash type"),
  /** A size in the file, or in memory, is beyond what is allowed. */
  TOO_LARGE("too much profile data"),
  /** The file ends too early. */
  TRUNCATED("truncated profile data"),
  /** The content contradicts itself. */
  MALFORMED("malformed instrumentation profile data"),
  /** Names and records must come from a binary or its debug information, which is not at hand. */
  MISSING_CORRELATION_INFO("debug info/binary for correlation is required"),
  /** A binary for correlation was given for a profile that needs none. */
  UNEXPECTED_CORRELATION_INFO("debug info/binary for correlation is not necessary"),
  /** The binary for correlation does not fit. */
  UNABLE_TO_CORRELATE_PROFILE("unable to correlate profile"),
  /** No function of that name. */
  UNKNOWN_FUNCTION("no profile data available for function"),
  /** A record that no compiler can have meant. */
  INVALID_PROF(
      "invalid profile created. Please file a bug at: https://github.com/llvm/llvm-project/issues/ "
          + "and include the profraw files that caused this error."),
  /** Two records of one function have different structural hashes. */
  HASH_MISMATCH("function control flow change detected (hash mismatch)"),
  /** Two records of one function have different numbers of counters. */
  COUNT_MISMATCH("function basic block count change detected (counter mismatch)"),
  /** Two records of one function have bitmaps of different sizes. */
  BITMAP_MISMATCH("function bitmap size change detected (bitmap size mismatch)"),
  /** A sum of counters reached its limit. */
  COUNTER_OVERFLOW("counter overflow"),
  /** Two records of one function have different numbers of value sites. */
  VALUE_SITE_COUNT_MISMATCH("function value site count change detected (counter mismatch)"),
  /** Data could not be compressed. */
  COMPRESS_FAILED("failed to compress data (zlib)"),
  /** A table of names could not be inflated. */
  UNCOMPRESS_FAILED("failed to uncompress data (zlib)"),
  /** A file without a byte. */
  EMPTY_RAW_PROFILE("empty raw profile file"),
  /** A raw version that no provider reads. */
  RAW_PROFILE_VERSION_MISMATCH("raw profile version mismatch"),
  /** A counter so large that it must be damage. */
  COUNTER_VALUE_TOO_LARGE("excessively large counter value suggests corrupted profile data"),
  /** A partial sum was added up by the rules of another release than the rest. */
  PARTIAL_SUM_MISMATCH("partial sums must be added up by the same rules"),
  /** A sum that has less in it than the caller expects. */
  THIN_PROFILE("the merged profile has less in it than expected"),
  /** Content that the target cannot hold and the caller did not give up. */
  LOSS_NOT_ALLOWED("the target format cannot hold all of the profile");

  private final String message;

  ErrorKind(String message) {
    this.message = message;
  }

  /** Returns LLVM's sentence for this kind of error. */
  public String message() {
    return message;
  }
}
