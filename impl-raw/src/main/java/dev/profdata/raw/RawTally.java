package dev.profdata.raw;

import dev.profdata.io.ErrorKind;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileSection;
import dev.profdata.io.ProfileTooLargeException;
import dev.profdata.io.Salvage;
import dev.profdata.model.ProfileImage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Counts what was read of a file, for what there is to tell if not all of it could be. */
final class RawTally {
  private final ProfileInput input;
  private long start;
  private long images;
  private long announced;
  private long kept;
  private @Nullable RawSalvage last;
  private @Nullable ProfileException error;

  RawTally(ProfileInput input) {
    this.input = input;
  }

  /** Tells whether an error is damage of a file, not a limit or something that is missing. */
  static boolean isDamage(ProfileException error) {
    return !(error instanceof ProfileTooLargeException)
        && error.kind() != ErrorKind.MISSING_CORRELATION_INFO
        && error.kind() != ErrorKind.UNABLE_TO_CORRELATE_PROFILE;
  }

  /** An image with this header is read next. */
  void begin(RawHeader header) {
    start = header.start();
    announced += Math.max(0, header.word(RawHeaderField.NUM_DATA));
  }

  /**
   * The image was read.
   *
   * @param salvage what was kept of it, if it is not whole
   */
  void add(ProfileImage image, @Nullable RawSalvage salvage) {
    images++;
    kept += image.size();
    last = salvage;
  }

  /** The file cannot be read on. */
  void stopAt(ProfileException problem) {
    error = problem;
  }

  /** Returns how many images were read. */
  long images() {
    return images;
  }

  /** Returns what there is to tell, empty if all was read. */
  Optional<Salvage> salvage() {
    if (last != null) {
      return Optional.of(cutIn(last));
    }
    return Optional.ofNullable(error).map(this::stopped);
  }

  private Salvage cutIn(RawSalvage cut) {
    return new Salvage(
        input.name(),
        Salvage.FILE_ENDS,
        input.size(),
        cut.section(),
        OptionalLong.of(announced),
        kept,
        cut.unnamed(),
        cut.withoutValues(),
        List.of());
  }

  private Salvage stopped(ProfileException problem) {
    long where = problem.offset().orElse(start);
    boolean ends = problem.kind() == ErrorKind.TRUNCATED && where == input.size();
    return new Salvage(
        input.name(),
        ends ? Salvage.FILE_ENDS : problem.detail(),
        where,
        problem.section().orElse(ProfileSection.TRAILER),
        OptionalLong.of(announced),
        kept,
        0,
        0,
        List.of());
  }
}
