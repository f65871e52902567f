package dev.profdata.format;

/**
 * The three encodings of an instrumentation profile.
 *
 * @since 0.1
 */
public enum ProfileFamily {
  /** What an instrumented program leaves behind ({@code .profraw}). */
  RAW,
  /** The merged profile that a compiler reads ({@code .profdata}). */
  INDEXED,
  /** The merged profile as lines for people ({@code .proftext}). */
  TEXT;

  /** Returns LLVM's word for this family: {@code raw}, {@code indexed} or {@code text}. */
  public String label() {
    return switch (this) {
      case RAW -> "raw";
      case INDEXED -> "indexed";
      case TEXT -> "text";
    };
  }
}
