package dev.profdata.tck.gallery;

import dev.profdata.format.ProfileFeature;
import dev.profdata.format.ProfileFormat;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Two formats that exist only here: one that holds everything, and one that holds counters. */
final class ToyFormats {
  static final ProfileFormat FULL = ProfileFormat.raw(8).asDialect("full toy", everything());
  static final ProfileFormat TINY =
      ProfileFormat.raw(8)
          .asDialect(
              "tiny toy",
              Set.of(
                  ProfileFeature.SEVERAL_HASHES,
                  ProfileFeature.UNNAMED_FUNCTIONS,
                  ProfileFeature.SEVERAL_IMAGES));
  private static final long FULL_MAGIC = 0x544F_5946_554C_4C01L;
  private static final long TINY_MAGIC = 0x544F_5954_494E_5901L;

  private ToyFormats() {}

  private static Set<ProfileFeature> everything() {
    return EnumSet.complementOf(
        EnumSet.of(
            ProfileFeature.DEBUG_CORRELATION, ProfileFeature.MEMPROF, ProfileFeature.SUMMARY));
  }

  static List<ProfileFormat> all() {
    return List.of(FULL, TINY);
  }

  static long magic(ProfileFormat format) {
    return format.sameVersion(FULL) ? FULL_MAGIC : TINY_MAGIC;
  }

  static Optional<ProfileFormat> ofMagic(long magic) {
    return all().stream().filter(format -> magic(format) == magic).findFirst();
  }
}
