package dev.profdata.io;

import dev.profdata.format.LlvmRelease;
import dev.profdata.model.ProfileName;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How a profile is written: what may be lost, and what is left out on purpose.
 *
 * @param allowedLosses kinds of losses that do not stop the writer; each is reported all the same
 * @param sparse whether names whose records were never reached are left out
 * @param functions which functions are written, by name
 * @param keepsVTableNames whether names of virtual tables are written where the format has them
 * @param producer the release that wrote the sources, where their versions do not tell
 * @param exactVersion whether an indexed version is written as it was asked for, also where an
 *     older one would keep front-end profiles usable
 * @since 0.1
 */
public record WriteOptions(
    Set<FindingKind> allowedLosses,
    boolean sparse,
    Predicate<ProfileName> functions,
    boolean keepsVTableNames,
    Optional<LlvmRelease> producer,
    boolean exactVersion) {
  /** Refuses every loss and writes all functions. */
  public static final WriteOptions DEFAULT =
      new WriteOptions(Set.of(), false, name -> true, false, Optional.empty(), false);

  /** Copies the set. */
  public WriteOptions {
    allowedLosses = Set.copyOf(allowedLosses);
  }

  /** Returns these options, allowing every loss. */
  public WriteOptions allowingAllLosses() {
    return allowing(EnumSet.allOf(FindingKind.class));
  }

  /** Returns these options, allowing these losses. */
  public WriteOptions allowing(Set<FindingKind> kinds) {
    return new WriteOptions(kinds, sparse, functions, keepsVTableNames, producer, exactVersion);
  }

  /** Returns these options, leaving out names that were never reached, or not. */
  public WriteOptions withSparse(boolean value) {
    return new WriteOptions(
        allowedLosses, value, functions, keepsVTableNames, producer, exactVersion);
  }

  /** Returns these options, writing only functions whose name passes. */
  public WriteOptions withFunctions(Predicate<ProfileName> filter) {
    return new WriteOptions(
        allowedLosses, sparse, filter, keepsVTableNames, producer, exactVersion);
  }

  /** Returns these options, writing names of virtual tables, or not. */
  public WriteOptions withVTableNames(boolean value) {
    return new WriteOptions(allowedLosses, sparse, functions, value, producer, exactVersion);
  }

  /** Returns these options for sources that a release wrote. */
  public WriteOptions withProducer(LlvmRelease release) {
    return new WriteOptions(
        allowedLosses, sparse, functions, keepsVTableNames, Optional.of(release), exactVersion);
  }

  /**
   * Returns these options, writing the version that is asked for whatever it stands for, or not.
   */
  public WriteOptions withExactVersion(boolean value) {
    return new WriteOptions(allowedLosses, sparse, functions, keepsVTableNames, producer, value);
  }
}
