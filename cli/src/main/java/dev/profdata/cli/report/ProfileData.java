package dev.profdata.cli.report;

import dev.profdata.model.InstrProfile;
import dev.profdata.model.ProfileSummary;
import dev.profdata.model.ProfileVariant;
import java.util.ArrayList;
import java.util.List;

/**
 * A profile with what is computed first, because more than one part of the page needs it.
 *
 * @param source what the caller calls it
 */
record ProfileData(
    String source, InstrProfile profile, ProfileFunctions functions, CumulativeCurve curve) {
  static ProfileData of(String source, InstrProfile profile) {
    ProfileFunctions functions = ProfileFunctions.of(profile);
    return new ProfileData(
        source, profile, functions, CumulativeCurve.of(profile, functions.total()));
  }

  /** Returns the numbers that tell the size of the profile, the same ones for each profile. */
  List<Fact> facts() {
    ProfileSummary summary = curve.summary();
    return List.of(
        new Fact("Format", profile.format().toString(), ""),
        new Fact("Instrumentation", profile.variant().toString(), ""),
        new Fact(
            "Functions",
            Numbers.grouped(summary.functions()),
            part(functions.executedRecords(), summary.functions(), "executed")),
        new Fact(
            "Counters",
            Numbers.grouped(summary.blocks()),
            part(functions.executedCounters(), summary.blocks(), "not 0")),
        new Fact("Sum of all counters", Numbers.grouped(functions.total()), ""),
        new Fact("Largest counter", Numbers.unsigned(summary.maxBlockCount()), ""));
  }

  private static String part(long number, long whole, String what) {
    return "%s %s, %s".formatted(Numbers.grouped(number), what, Numbers.percent(number, whole));
  }

  /** Returns what a reader should know before trusting the numbers. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (curve.wrapped()) {
      notes.add(
          "The sum of all counters does not fit into 64 bits. LLVM's summary of this profile is"
              + " wrong, so no cutoffs are shown.");
    }
    if (functions.marked() > 0) {
      notes.add(
          "Functions that are only marked as hot or warm, and left out here: "
              + Numbers.grouped(functions.marked()));
    }
    if (profile.variant().has(ProfileVariant.BYTE_COVERAGE)) {
      notes.add("Counters tell executed or not: 1 or 0.");
    }
    return notes;
  }
}
