package dev.profdata.tck.gen;

import dev.profdata.format.ProfileFeature;
import dev.profdata.format.ProfileFormat;
import dev.profdata.model.BinaryId;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.ProfileVariant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Generated profiles: of one imaginary program each, small, and full of edges.
 *
 * <p>Every function has a name and a structural hash of its own; call targets are functions of the
 * program, or unknown.
 *
 * @since 0.1
 */
public final class ProfileTrials {
  private static final int TRIES = 50;
  private static final int MOST_FUNCTIONS = 8;
  private static final int NAMES = 400;
  private static final int MOST_COUNTERS = 5;
  private static final int MOST_BITMAP_BYTES = 9;
  private static final int MOST_SITES = 3;
  private static final int POOL = 24;

  /** Above it, LLVM takes a raw counter for damage. */
  private static final long LARGEST_CREDIBLE = 1L << 56;

  private ProfileTrials() {}

  /** Returns profiles that use all that a format can hold. */
  public static Trials<InstrProfile> of(ProfileFormat format) {
    return new Trials<>(runs(format, 1, counts()).map(runs -> runs.get(0)), TRIES);
  }

  /** As {@link #of}, with counters that no reader takes for damage. */
  public static Trials<InstrProfile> credible(ProfileFormat format) {
    return new Trials<>(runs(format, 1, credibleCounts()).map(runs -> runs.get(0)), TRIES);
  }

  /**
   * Returns profiles of so many runs of one program, which can be added up: no counter is one of
   * LLVM's pseudo values, and now and then a function did not run.
   */
  public static Trials<List<InstrProfile>> runs(ProfileFormat format, int runs) {
    return new Trials<>(runs(format, runs, ordinaryCounts()), TRIES);
  }

  private static Arbitrary<List<InstrProfile>> runs(
      ProfileFormat format, int runs, Arbitrary<Long> counts) {
    Arbitrary<List<GeneratedFunction>> functions =
        functions(counts).list().ofMaxSize(MOST_FUNCTIONS).uniqueElements(GeneratedFunction::name);
    return Combinators.combine(functions, variants(format), binaryIds(format))
        .as(
            (program, variant, ids) -> {
              List<InstrProfile> profiles = new ArrayList<>();
              for (int run = 0; run < runs; run++) {
                profiles.add(
                    GeneratedFunction.profile(format, ran(program, run), run, variant, ids));
              }
              return profiles;
            });
  }

  /** The first run enters all functions. */
  private static List<GeneratedFunction> ran(List<GeneratedFunction> program, int run) {
    return run == 0 ? program : program.stream().filter(f -> f.ranIn(run)).toList();
  }

  private static Arbitrary<GeneratedFunction> functions(Arbitrary<Long> counts) {
    return Combinators.combine(
            Arbitraries.integers().between(0, NAMES),
            Arbitraries.longs(),
            Arbitraries.integers().between(1, MOST_COUNTERS),
            Arbitraries.integers().between(0, MOST_BITMAP_BYTES),
            Arbitraries.integers().between(0, MOST_SITES).list().ofSize(3),
            counts.list().ofSize(POOL))
        .as(GeneratedFunction::new);
  }

  private static Arbitrary<Long> counts() {
    return Arbitraries.frequencyOf(
        Tuple.of(2, Arbitraries.just(0L)),
        Tuple.of(3, Arbitraries.longs().between(0, 1000)),
        Tuple.of(1, Arbitraries.of(-1L, -2L, -3L, -4L, Long.MIN_VALUE, Long.MAX_VALUE)),
        Tuple.of(1, Arbitraries.longs()));
  }

  private static Arbitrary<Long> ordinaryCounts() {
    return counts().map(count -> Long.compareUnsigned(count, -3) > 0 ? -3 : count);
  }

  private static Arbitrary<Long> credibleCounts() {
    return Arbitraries.frequencyOf(
        Tuple.of(2, Arbitraries.just(0L)),
        Tuple.of(3, Arbitraries.longs().between(0, 1000)),
        Tuple.of(1, Arbitraries.longs().between(0, LARGEST_CREDIBLE)));
  }

  private static Arbitrary<ProfileVariant> variants(ProfileFormat format) {
    ProfileVariant ir = ProfileVariant.NONE;
    List<ProfileVariant> possible = new ArrayList<>(List.of(ir));
    if (format.supports(ProfileFeature.IR_LEVEL)) {
      ir = ir.with(ProfileVariant.IR_LEVEL);
      possible.add(ir);
      addIf(format, ProfileFeature.CONTEXT_SENSITIVE, ProfileVariant.CONTEXT_SENSITIVE, possible);
      addIf(format, ProfileFeature.ENTRY_FIRST, ProfileVariant.ENTRY_FIRST, possible);
      addIf(format, ProfileFeature.LOOP_ENTRIES, ProfileVariant.LOOP_ENTRIES, possible);
    }
    return Arbitraries.of(possible);
  }

  private static void addIf(
      ProfileFormat format, ProfileFeature feature, long flag, List<ProfileVariant> possible) {
    if (format.supports(feature)) {
      possible.add(ProfileVariant.NONE.with(ProfileVariant.IR_LEVEL).with(flag));
    }
  }

  private static Arbitrary<List<BinaryId>> binaryIds(ProfileFormat format) {
    Arbitrary<BinaryId> ids =
        Arbitraries.bytes()
            .array(byte[].class)
            .ofMinSize(1)
            .ofMaxSize(20)
            .map(bytes -> BinaryId.of(bytes));
    int most = format.supports(ProfileFeature.BINARY_IDS) ? 3 : 0;
    return ids.list().ofMaxSize(most).uniqueElements();
  }
}
