package dev.profdata.cli.report;

import dev.profdata.Profiles;
import dev.profdata.io.ProfileSource;
import dev.profdata.model.InstrProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Profiles written down where they are tested. */
final class TextProfiles {
  /** The largest unsigned number. */
  static final String MAX = "18446744073709551615";

  private TextProfiles() {}

  static InstrProfile read(String text) throws IOException {
    return Profiles.read(ProfileSource.of("test.proftext", text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Returns the text of a function with structural hash 1. */
  static String function(String name, String... counters) {
    return function(name, 1, counters);
  }

  static String function(String name, int structuralHash, String... counters) {
    return "%s\n%d\n%d\n%s\n"
        .formatted(name, structuralHash, counters.length, String.join("\n", counters));
  }

  static ProfileFunctions functions(String... functions) throws IOException {
    return ProfileFunctions.of(read(":ir\n" + String.join("", functions)));
  }
}
