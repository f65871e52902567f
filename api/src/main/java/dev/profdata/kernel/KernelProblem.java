package dev.profdata.kernel;

/**
 * Something that stands between the caller and the profile of a kernel.
 *
 * @param kind what it is, for programs
 * @param sentence what it is and what to do about it, for people
 * @since 0.1
 */
public record KernelProblem(Kind kind, String sentence) {
  /** Returns the sentence. */
  @Override
  public String toString() {
    return sentence;
  }

  /** What is missing. */
  public enum Kind {
    /** There is no {@code /proc}: no Linux, or it is not mounted. */
    NO_PROC(true),
    /** The kernel offers no debug file system: {@code CONFIG_DEBUG_FS} or a boot option is off. */
    DEBUG_FS_OFF(true),
    /** The debug file system is not mounted where it was looked for. */
    DEBUG_FS_NOT_MOUNTED(true),
    /** The files are there or may be, but this process cannot read them. */
    NO_PERMISSION(true),
    /** The kernel was built without counters: {@code CONFIG_PGO_CLANG} and the like are off. */
    INSTRUMENTATION_OFF(true),
    /** There are no profiles, and the configuration that would tell why cannot be read. */
    CONFIG_UNKNOWN(true),
    /** There are no profiles, although all that is needed for them is there. */
    NO_PROFILES(true),
    /** There is no file that clears the counters, or it may not be written. */
    NO_RESET(false);

    private final boolean preventsCapture;

    Kind(boolean preventsCapture) {
      this.preventsCapture = preventsCapture;
    }

    /** Tells whether nothing can be captured until this is solved. */
    public boolean preventsCapture() {
      return preventsCapture;
    }
  }
}
