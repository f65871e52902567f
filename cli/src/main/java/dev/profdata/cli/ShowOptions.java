package dev.profdata.cli;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ReleaseRule;
import dev.profdata.model.ProfileName;
import dev.profdata.model.ProfileSummary;
import dev.profdata.model.ValueKind;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What {@code show} is asked to show. */
final class ShowOptions {
  private static final List<Integer> OLDER_CUTOFFS =
      List.of(800_000, 900_000, 950_000, 990_000, 999_000, 999_900, 999_990);

  @Option(names = "--all-functions", description = "Details of every function")
  private boolean allFunctions;

  @Option(
      names = "--function",
      paramLabel = "PART",
      defaultValue = "",
      description = "Details of functions whose name contains this")
  private String function = "";

  @Option(names = "--counts", description = "Counters of the functions shown")
  private boolean counts;

  @Option(names = "--ic-targets", description = "Targets of indirect calls")
  private boolean callTargets;

  @Option(names = "--memop-sizes", description = "Sizes of memory operations")
  private boolean memorySizes;

  @Option(names = "--show-vtables", description = "Virtual tables used")
  private boolean vtables;

  @Option(
      names = "--detailed-summary",
      description = "How few counters make up how much of the total")
  private boolean detailedSummary;

  @Option(
      names = "--detailed-summary-cutoffs",
      split = ",",
      paramLabel = "N",
      description = "The parts of the total to show, in millionths")
  private List<Integer> cutoffs = new ArrayList<>();

  @Option(
      names = "--topn",
      paramLabel = "N",
      defaultValue = "0",
      converter = Unsigned.class,
      description = "The N functions with the largest counters")
  private long top;

  @Option(
      names = "--value-cutoff",
      paramLabel = "N",
      defaultValue = "0",
      converter = Unsigned.class,
      description = "Leave functions out whose counters are all below N")
  private long valueCutoff;

  @Option(
      names = "--list-below-cutoff",
      description = "List only the functions that --value-cutoff leaves out")
  private boolean listsBelowCutoff;

  @Option(
      names = "--covered",
      description = "Names of the functions that were reached, nothing else")
  private boolean covered;

  @Option(names = "--binary-ids", description = "Ids of the binaries")
  private boolean binaryIds;

  @Option(names = "--profile-version", description = "Version number of the profile")
  private boolean profileVersion;

  @Option(names = "--temporal-profile-traces", description = "In which order functions ran first")
  private boolean temporalTraces;

  @Option(
      names = "--showcs",
      description = "Show context-sensitive functions instead of all others")
  private boolean contextSensitive;

  @Option(names = "--text", description = "The functions shown in the text form of a profile")
  private boolean text;

  @Option(names = "--hot-func-list", description = "Names of the hot functions")
  private boolean hotFunctions;

  ShowOptions() {}

  boolean showsAll() {
    return allFunctions;
  }

  boolean hasFunctionPart() {
    return !function.isEmpty();
  }

  /** Tells whether details are wanted of any function at all. */
  boolean selectsFunctions() {
    return allFunctions || hasFunctionPart();
  }

  boolean selects(ProfileName name) {
    return allFunctions || new NamePart(function).isIn(name);
  }

  boolean counts() {
    return counts;
  }

  boolean values(ValueKind kind) {
    return switch (kind) {
      case INDIRECT_CALL_TARGET -> callTargets;
      case MEMOP_SIZE -> memorySizes;
      case VTABLE_TARGET -> vtables;
    };
  }

  boolean detailedSummary() {
    return detailedSummary;
  }

  /** Returns the cutoffs of the summary, ascending, in millionths. */
  List<Integer> cutoffs(LlvmRelease release) {
    if (!cutoffs.isEmpty()) {
      return cutoffs.stream().sorted().toList();
    }
    return release.follows(ReleaseRule.SHOW_ALL_CUTOFFS)
        ? ProfileSummary.DEFAULT_CUTOFFS
        : OLDER_CUTOFFS;
  }

  /** Returns how many of the hottest functions are wanted, 0 for none. */
  int top() {
    return top < 0 || top > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) top;
  }

  long valueCutoff() {
    return valueCutoff;
  }

  boolean listsBelowCutoff() {
    return listsBelowCutoff;
  }

  boolean covered() {
    return covered;
  }

  boolean binaryIds() {
    return binaryIds;
  }

  boolean profileVersion() {
    return profileVersion;
  }

  boolean temporalTraces() {
    return temporalTraces;
  }

  boolean contextSensitive() {
    return contextSensitive;
  }

  boolean text() {
    return text;
  }

  boolean hotFunctions(LlvmRelease release) {
    return hotFunctions && release.follows(ReleaseRule.SHOW_STABLE_TOP);
  }
}
