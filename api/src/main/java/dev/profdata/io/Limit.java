package dev.profdata.io;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@link Limits} bound, each under the name that it has there and on the command line.
 * Immutable.
 *
 * @since 1.0
 */
public enum Limit {
  /** {@link Limits#maxFileBytes}. */
  FILE_BYTES("file-bytes", "maxFileBytes", "bytes of a file"),
  /** {@link Limits#maxFunctions}. */
  FUNCTIONS("functions", "maxFunctions", "function records of an image"),
  /** {@link Limits#maxCounters}. */
  COUNTERS("counters", "maxCounters", "counters of an image"),
  /** {@link Limits#maxNameBytes}. */
  NAME_BYTES("name-bytes", "maxNameBytes", "bytes of names of an image"),
  /** {@link Limits#maxValueSites}. */
  VALUE_SITES("value-sites", "maxValueSites", "value sites of an image"),
  /** {@link Limits#maxImages}. */
  IMAGES("images", "maxImages", "images of a file"),
  /** {@link Limits#maxTraces}. */
  TRACES("traces", "maxTraces", "temporal traces of a file");

  private final String option;
  private final String property;
  private final String what;

  Limit(String option, String property, String what) {
    this.option = option;
    this.property = property;
    this.what = what;
  }

  /** Returns the name on the command line, for example {@code name-bytes}. */
  public String option() {
    return option;
  }

  /** Returns the name in {@link Limits}, for example {@code maxNameBytes}. */
  public String property() {
    return property;
  }

  /** Returns what is counted, in words. */
  public String what() {
    return what;
  }

  /** Returns how many of it limits allow, at least 1. */
  public long of(Limits limits) {
    return switch (this) {
      case FILE_BYTES -> limits.maxFileBytes();
      case FUNCTIONS -> limits.maxFunctions();
      case COUNTERS -> limits.maxCounters();
      case NAME_BYTES -> limits.maxNameBytes();
      case VALUE_SITES -> limits.maxValueSites();
      case IMAGES -> limits.maxImages();
      case TRACES -> limits.maxTraces();
    };
  }

  /** Finds a limit by its name on the command line; empty if there is none of that name. */
  public static Optional<Limit> ofOption(String name) {
    return Stream.of(values()).filter(limit -> limit.option.equals(name)).findFirst();
  }
}
