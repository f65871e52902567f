package dev.profdata.cli.agreement;

import dev.profdata.cli.agreement.Verdict.Outcome;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A damaged file and what both tools made of it.
 *
 * @param victim the file before it was damaged
 * @param bytes the damaged file, a character for each byte
 * @param theirs what LLVM's tool made of it
 * @param ours what we made of it
 */
record Trial(Victim victim, String bytes, Verdict theirs, Verdict ours) {
  private static final Pattern SECTION = Pattern.compile("\\(section (\\w+), at 0x[0-9a-f]+\\)");

  /** Tells whether both took the file and print the same, or refuse it for the same reason. */
  boolean agrees() {
    return theirs.outcome() == ours.outcome()
        && theirs.kind().equals(ours.kind())
        && theirs.text().equals(ours.text());
  }

  boolean both(Outcome outcome) {
    return theirs.outcome() == outcome && ours.outcome() == outcome;
  }

  boolean onlyWeRefuse() {
    return theirs.outcome() == Outcome.ACCEPTED && ours.outcome() == Outcome.REFUSED;
  }

  boolean onlyTheyRefuse() {
    return theirs.outcome() == Outcome.REFUSED && ours.outcome() == Outcome.ACCEPTED;
  }

  boolean isRaw() {
    return !victim.isText() && victim.place().startsWith("raw/");
  }

  boolean isIndexed() {
    return !victim.isText() && victim.place().startsWith("indexed/");
  }

  boolean theySay(String words) {
    return theirs.messages().contains(words);
  }

  boolean weSay(String words) {
    return ours.messages().contains(words);
  }

  /** Tells whether a text has a flag that not all releases know. */
  boolean hasNewerFlag() {
    return bytes.contains(":temporal_prof_traces") || bytes.contains(":single_byte_coverage");
  }

  /** Returns the section that our last refusal names, empty if none. */
  String ourSection() {
    Matcher section = SECTION.matcher(ours.messages());
    String last = "";
    while (section.find()) {
      last = section.group(1);
    }
    return last;
  }

  /** Says what happened, for whoever has to find out why. */
  @Override
  public String toString() {
    return "%s%s by %d: LLVM %s %s, we %s %s"
        .formatted(
            victim.place(),
            victim.isText() ? " as text" : "",
            victim.release(),
            theirs.outcome(),
            theirs.messages().strip(),
            ours.outcome(),
            ours.messages().strip());
  }
}
