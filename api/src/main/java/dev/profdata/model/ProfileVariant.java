package dev.profdata.model;

import java.util.ArrayList;
import java.util.List;

/**
 * How a program was instrumented: the variant flags of the version word (LLVM's {@code
 * VARIANT_MASK_*}), unknown ones included.
 *
 * @param flags bits 32 to 63 of the version word at their places; the other bits are 0
 * @param frontEnd whether the profile says that it was instrumented by the front end, which only
 *     the text form can ({@code :fe}); a binary front-end profile has no flag at all
 * @since 0.1
 */
public record ProfileVariant(long flags, boolean frontEnd) {
  /** Counters at loop entries. */
  public static final long LOOP_ENTRIES = 1L << 55;

  /** Instrumented at the level of LLVM's intermediate representation; clear for front end. */
  public static final long IR_LEVEL = 1L << 56;

  /** Holds context-sensitive records. */
  public static final long CONTEXT_SENSITIVE = 1L << 57;

  /** The entry block of a function always has a counter, the first one. */
  public static final long ENTRY_FIRST = 1L << 58;

  /** Data and names are to be taken from debug information. */
  public static final long DEBUG_CORRELATION = 1L << 59;

  /** Counters are single bytes that tell covered or not. */
  public static final long BYTE_COVERAGE = 1L << 60;

  /** One counter for each function. */
  public static final long FUNCTION_ENTRY_ONLY = 1L << 61;

  /** Holds memory-profile records. */
  public static final long MEMPROF = 1L << 62;

  /** Holds temporal traces, or time stamps in raw profiles. */
  public static final long TEMPORAL = 1L << 63;

  private static final long FLAG_BITS = 0xFFFF_FFFF_0000_0000L;
  private static final long KNOWN = -1L << 55;

  /** No flag: front end, or not known. */
  public static final ProfileVariant NONE = new ProfileVariant(0, false);

  /** Refuses bits that belong to the version number. */
  public ProfileVariant {
    if ((flags & ~FLAG_BITS) != 0) {
      throw new IllegalArgumentException("not a variant flag: 0x%x".formatted(flags & ~FLAG_BITS));
    }
  }

  /** Returns the flags of a version word. */
  public static ProfileVariant ofVersionWord(long word) {
    return new ProfileVariant(word & FLAG_BITS, false);
  }

  /** Returns these flags with a version number below them. */
  public long versionWord(int version) {
    return flags | Integer.toUnsignedLong(version);
  }

  /** Tells whether all bits of {@code flag} are set. */
  public boolean has(long flag) {
    return (flags & flag) == flag;
  }

  /** Returns the flags of both. */
  public ProfileVariant union(ProfileVariant other) {
    return new ProfileVariant(flags | other.flags, frontEnd || other.frontEnd);
  }

  /** Returns these flags and {@code flag}. */
  public ProfileVariant with(long flag) {
    return new ProfileVariant(flags | flag, frontEnd);
  }

  /** Returns these flags without {@code flag}. */
  public ProfileVariant without(long flag) {
    return new ProfileVariant(flags & ~flag, frontEnd);
  }

  /** Returns the flags that no release known to this library gives a meaning. */
  public long unknownFlags() {
    return flags & ~KNOWN;
  }

  /** Tells whether the profile was instrumented at the level of the IR. */
  public boolean isIrLevel() {
    return has(IR_LEVEL);
  }

  /** Returns the level and the flags in words, for example {@code IR, entry first}. */
  @Override
  public String toString() {
    List<String> words = new ArrayList<>();
    words.add(isIrLevel() ? "IR" : "front end");
    addIf(words, CONTEXT_SENSITIVE, "context-sensitive");
    addIf(words, ENTRY_FIRST, "entry first");
    addIf(words, LOOP_ENTRIES, "loop entries");
    addIf(words, DEBUG_CORRELATION, "debug-info correlation");
    addIf(words, BYTE_COVERAGE, "byte coverage");
    addIf(words, FUNCTION_ENTRY_ONLY, "function entry only");
    addIf(words, MEMPROF, "memprof");
    addIf(words, TEMPORAL, "temporal");
    if (unknownFlags() != 0) {
      words.add("unknown flags 0x%x".formatted(unknownFlags()));
    }
    return String.join(", ", words);
  }

  private void addIf(List<String> words, long flag, String word) {
    if (has(flag)) {
      words.add(word);
    }
  }
}
