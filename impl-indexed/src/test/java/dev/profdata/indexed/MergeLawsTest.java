package dev.profdata.indexed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.Finding;
import dev.profdata.model.FunctionRecord;
import dev.profdata.model.ImageBuilder;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileName;
import dev.profdata.spi.MergeEngine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Merging is addition: whatever the order, whatever the grouping. */
class MergeLawsTest {
  private static final ProfileFormat FORMAT = ProfileFormat.indexedFor(LlvmRelease.of(22));

  private record Function(int name, int hash, List<Long> counters) {}

  /** Few names and hashes, so that they meet; always two counters, so that they fit. */
  @Provide
  Arbitrary<ProfileImage> images() {
    Arbitrary<Long> counts =
        Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.longs().between(0, 100)),
            Tuple.of(1, Arbitraries.of(-3L, -4L, Long.MIN_VALUE, Long.MAX_VALUE)),
            Tuple.of(1, Arbitraries.longs().lessOrEqual(-4)));
    Arbitrary<Function> functions =
        Combinators.combine(
                Arbitraries.integers().between(0, 5),
                Arbitraries.integers().between(0, 3),
                counts.list().ofSize(2))
            .as(Function::new);
    return functions.list().ofMaxSize(12).map(MergeLawsTest::image);
  }

  private static ProfileImage image(List<Function> functions) {
    ImageBuilder image = new ImageBuilder(ProfileFormat.text());
    for (Function function : functions) {
      image.function(ProfileName.of("f" + function.name), function.hash);
      function.counters.forEach(image::counter);
    }
    return image.build();
  }

  private static Map<String, List<Long>> sum(ProfileImage... images) throws IOException {
    MergeEngine engine = InMemory.engine(FORMAT);
    InMemory.add(engine, images);
    return counters(InMemory.sum(engine));
  }

  private static Map<String, List<Long>> counters(ProfileImage image) {
    Map<String, List<Long>> counters = new HashMap<>();
    for (FunctionRecord function : image.records()) {
      counters.put(
          function.name() + "/" + function.structuralHash(),
          List.of(function.counter(0), function.counter(1)));
    }
    return counters;
  }

  @Property
  void orderDoesNotMatter(@ForAll("images") ProfileImage a, @ForAll("images") ProfileImage b)
      throws IOException {
    assertEquals(sum(a, b), sum(b, a));
  }

  @Property
  void groupingDoesNotMatter(
      @ForAll("images") ProfileImage a,
      @ForAll("images") ProfileImage b,
      @ForAll("images") ProfileImage c)
      throws IOException {
    MergeEngine first = InMemory.engine(FORMAT);
    InMemory.add(first, a, b);
    MergeEngine second = InMemory.engine(FORMAT);
    InMemory.add(second, b, c);
    assertEquals(sum(InMemory.sum(first), c), sum(a, InMemory.sum(second)));
  }

  @Property
  void emptyChangesNothing(@ForAll("images") ProfileImage a) throws IOException {
    ProfileImage empty = image(List.of());
    assertEquals(sum(a), sum(a, empty));
    assertEquals(sum(a), sum(empty, a));
  }

  @Property
  void aWeightIsRepetition(@ForAll("images") ProfileImage a) throws IOException {
    MergeEngine weighted = InMemory.engine(FORMAT);
    List<Finding> findings = new ArrayList<>();
    InMemory.add(weighted, 3, a, findings);
    assertEquals(sum(a, a, a), counters(InMemory.sum(weighted)));
  }

  @Property
  void theSumReadsBackFromEveryFormat(
      @ForAll("images") ProfileImage a, @ForAll("images") ProfileImage b) throws IOException {
    for (ProfileFormat format :
        List.of(ProfileFormat.text(), ProfileFormat.indexed(3), ProfileFormat.indexed(14))) {
      MergeEngine engine = InMemory.engine(format);
      InMemory.add(engine, a, b);
      Map<String, List<Long>> expected = counters(InMemory.sum(engine));
      byte[] bytes = InMemory.write(engine, format, InMemory.ALLOWING_ALL);
      if (bytes.length > 0) {
        assertEquals(expected, counters(InMemory.read(bytes, format).images().get(0)));
      }
    }
  }

  @Property(tries = 50)
  void sumsOfThreadsHaveTheSameCounters(
      @ForAll("images") ProfileImage a, @ForAll("images") ProfileImage b) throws IOException {
    MergeEngine left = InMemory.engine(FORMAT);
    InMemory.add(left, a);
    MergeEngine right = InMemory.engine(FORMAT);
    InMemory.add(right, b);
    left.addAll(right, finding -> {});
    assertEquals(sum(a, b), counters(InMemory.sum(left)));
    assertArrayEquals(
        InMemory.write(left, FORMAT, InMemory.ALLOWING_ALL),
        InMemory.write(left, FORMAT, InMemory.ALLOWING_ALL));
  }
}
