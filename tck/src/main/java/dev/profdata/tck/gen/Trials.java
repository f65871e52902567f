package dev.profdata.tck.gen;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;

/**
 * Tries a law with generated things, edges first and often, and makes a thing that breaks it as
 * small as it gets.
 *
 * <p>The same seed gives the same things: the system property {@code profdata.seed}, else 1.
 * Immutable. jqwik stands behind this class and {@link ProfileTrials} alone.
 *
 * @param <T> what is generated
 * @since 0.1
 */
public final class Trials<T> {
  private static final int GENERATED_SIZE = 1000;
  private static final int MOST_SHRINKS = 500;

  private final Arbitrary<T> things;
  private final int tries;

  Trials(Arbitrary<T> things, int tries) {
    this.things = things;
    this.tries = tries;
  }

  /**
   * A law.
   *
   * @param <T> what it is about
   * @since 0.1
   */
  @FunctionalInterface
  public interface Law<T> {
    /** Holds or throws. */
    void check(T thing) throws Exception;
  }

  /** Returns these trials with another number of tries. */
  public Trials<T> tries(int count) {
    return new Trials<>(things, count);
  }

  /** Returns generated things without end, the same for each seed. */
  public Stream<T> samples(long seed) {
    Random random = new Random(seed);
    return Stream.generate(
        () -> {
          List<T> next = new ArrayList<>();
          JqwikSession.run(() -> next.add(generator().next(random).value()));
          return next.get(0);
        });
  }

  private RandomGenerator<T> generator() {
    return things.generator(GENERATED_SIZE, true);
  }

  /**
   * Checks a law with one thing after the other.
   *
   * @throws AssertionError with the smallest thing that was found to break it
   */
  public void forAll(Law<T> law) {
    long seed = Long.getLong("profdata.seed", 1);
    Random random = new Random(seed);
    JqwikSession.run(
        () -> {
          RandomGenerator<T> generator = generator();
          for (int attempt = 1; attempt <= tries; attempt++) {
            Shrinkable<T> thing = generator.next(random);
            Optional<Throwable> failure = failure(law, thing.value());
            if (failure.isPresent()) {
              throw smallest(law, thing, failure.get(), "seed %d, try %d".formatted(seed, attempt));
            }
          }
        });
  }

  private static <T> AssertionError smallest(
      Law<T> law, Shrinkable<T> broken, Throwable first, String where) {
    Shrinkable<T> smallest = broken;
    Throwable failure = first;
    int shrinks = 0;
    boolean smaller = true;
    while (smaller) {
      smaller = false;
      for (Iterator<Shrinkable<T>> next = smallest.shrink().iterator();
          !smaller && shrinks < MOST_SHRINKS && next.hasNext();
          shrinks++) {
        Shrinkable<T> candidate = next.next();
        Optional<Throwable> its = failure(law, candidate.value());
        if (its.isPresent()) {
          smallest = candidate;
          failure = its.get();
          smaller = true;
        }
      }
    }
    return new AssertionError(
        "%s%n  with %s (%s)".formatted(message(failure), smallest.value(), where), failure);
  }

  private static String message(Throwable failure) {
    return failure instanceof AssertionError && failure.getMessage() != null
        ? failure.getMessage()
        : failure.toString();
  }

  private static <T> Optional<Throwable> failure(Law<T> law, T thing) {
    try {
      law.check(thing);
      return Optional.empty();
    } catch (Exception | AssertionError e) {
      return Optional.of(e);
    }
  }
}
