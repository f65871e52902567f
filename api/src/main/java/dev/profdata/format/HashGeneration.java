package dev.profdata.format;

import java.util.List;

/**
 * The algorithms by which clang's front end has made structural hashes.
 *
 * <p>Clang looks at the version of an indexed profile to choose the algorithm that it compares
 * with, so the number tells more than a layout. Structural hashes of IR-level instrumentation are
 * made otherwise and have no generations.
 *
 * @since 0.1
 */
public enum HashGeneration {
  /** Indexed versions 1 to 4. */
  V1(1),
  /** Indexed version 5: more kinds of statements are hashed. */
  V2(5),
  /** Indexed versions 6 to 12: the last statements of long functions are hashed rightly. */
  V3(6),
  /** Indexed versions from 13 on: functions of more than ten hashed statements are hashed anew. */
  V4(13);

  private static final int BITS_OF_A_STATEMENT = 6;
  private static final int STATEMENTS_OF_A_WORD = 10;
  private static final int KINDS_OF_STATEMENTS = 32;

  private final int firstIndexed;

  HashGeneration(int firstIndexed) {
    this.firstIndexed = firstIndexed;
  }

  /** Returns the generation that an indexed version stands for. */
  public static HashGeneration ofIndexed(int version) {
    HashGeneration found = V1;
    for (HashGeneration generation : values()) {
      found = generation.firstIndexed <= version ? generation : found;
    }
    return found;
  }

  /** Returns the generation of clang of a release. */
  public static HashGeneration of(LlvmRelease release) {
    return ofIndexed(release.indexedVersion());
  }

  /**
   * Returns the generations that the writers of a raw version may have had, oldest first.
   *
   * <p>Version 5 (LLVM 10 to 12) and version 10 (LLVM 19 to 22) do not tell.
   */
  public static List<HashGeneration> ofRaw(int version) {
    List<HashGeneration> possible =
        LlvmRelease.readingRaw(version).stream().map(HashGeneration::of).distinct().toList();
    return possible.isEmpty()
        ? LlvmRelease.newestWriting(ProfileFamily.RAW, version).map(HashGeneration::of).stream()
            .toList()
        : possible;
  }

  /** Returns the newest indexed version that stands for this generation. */
  public int newestIndexed() {
    int newest = LlvmRelease.newest().indexedVersion();
    while (ofIndexed(newest) != this) {
      newest--;
    }
    return newest;
  }

  /**
   * Tells whether a function may have another hash in another generation.
   *
   * <p>From {@link #V2} on short functions keep theirs: up to ten statements are not hashed but
   * written side by side, six bits for each.
   */
  public boolean mayDiffer(HashGeneration other, long structuralHash) {
    return this != other && (this == V1 || other == V1 || !isPlain(structuralHash));
  }

  private static boolean isPlain(long structuralHash) {
    if (structuralHash >>> BITS_OF_A_STATEMENT * STATEMENTS_OF_A_WORD != 0) {
      return false;
    }
    for (long rest = structuralHash; rest != 0; rest >>>= BITS_OF_A_STATEMENT) {
      long kind = rest & (1 << BITS_OF_A_STATEMENT) - 1;
      if (kind == 0 || kind > KINDS_OF_STATEMENTS) {
        return false;
      }
    }
    return true;
  }
}
