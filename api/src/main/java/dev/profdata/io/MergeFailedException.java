package dev.profdata.io;

import java.util.List;
import java.util.Optional;

/**
 * Inputs of a merge could not be used, and the failure mode does not allow that. Nothing was
 * written.
 *
 * @since 0.1
 */
public final class MergeFailedException extends ProfileException {
  private static final long serialVersionUID = 1;

  private final transient List<ProfileException> failures;

  /**
   * Says which inputs could not be used.
   *
   * @param failures one for each of them, at least one
   * @param inputs how many inputs there were in all
   */
  public MergeFailedException(List<ProfileException> failures, int inputs) {
    super(
        failures.get(0).kind(),
        failures.get(0).source(),
        failures.size() == 1
            ? failures.get(0).detail()
            : "%s (and %d of %d inputs more)"
                .formatted(failures.get(0).detail(), failures.size() - 1, inputs),
        place(failures.get(0)));
    this.failures = List.copyOf(failures);
    initCause(failures.get(0));
  }

  private static Optional<Place> place(ProfileException failure) {
    return failure.section().isPresent() && failure.offset().isPresent()
        ? Optional.of(new Place(failure.section().get(), failure.offset().getAsLong()))
        : Optional.empty();
  }

  /** Returns why each input cannot be used. */
  public List<ProfileException> failures() {
    return failures == null ? List.of() : failures;
  }
}
