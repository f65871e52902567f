package dev.profdata.tck.gen;

import dev.profdata.format.ProfileFeature;
import dev.profdata.format.ProfileFormat;
import dev.profdata.model.InstrProfile;
import java.util.Set;

/**
 * A profile made by hand that shows one thing.
 *
 * @param name what it shows, in words
 * @param needs what a format must be able to hold to hold all of it
 * @param profile the profile
 * @since 0.1
 */
public record ProfileSample(String name, Set<ProfileFeature> needs, InstrProfile profile) {
  /** Copies the set. */
  public ProfileSample {
    needs = Set.copyOf(needs);
  }

  /** Tells whether a format can hold all of it. */
  public boolean isHeldBy(ProfileFormat format) {
    return format.features().containsAll(needs);
  }

  /** Returns what it shows. */
  @Override
  public String toString() {
    return name;
  }
}
