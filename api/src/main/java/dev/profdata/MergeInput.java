package dev.profdata;

import dev.profdata.io.ProfileSource;
import dev.profdata.model.InstrProfile;

/** One input of a merge, with its weight. */
sealed interface MergeInput {
  /** Returns the name for messages. */
  String name();

  /** Returns the weight, unsigned, at least 1. */
  long weight();

  /** An input that must be read. */
  record OfSource(ProfileSource source, long weight) implements MergeInput {
    @Override
    public String name() {
      return source.name();
    }
  }

  /** An input that is in memory already. */
  record OfProfile(InstrProfile profile, long weight) implements MergeInput {
    @Override
    public String name() {
      return "profile in memory";
    }
  }
}
