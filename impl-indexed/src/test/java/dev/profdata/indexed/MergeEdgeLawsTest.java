package dev.profdata.indexed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFormat;
import dev.profdata.model.FunctionRecord;
import dev.profdata.model.ImageBuilder;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileName;
import dev.profdata.model.ValueKind;
import dev.profdata.model.ValueSite;
import dev.profdata.spi.MergeEngine;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The laws of addition for values and bitmaps, at the edges: no name, names that are prefixes of
 * one another, sites without values and with as many as fit or one more, counts at the ceiling.
 */
class MergeEdgeLawsTest {
  private static final ProfileFormat FORMAT = ProfileFormat.indexedFor(LlvmRelease.of(22));
  private static final int MOST_VALUES = 255;

  private record Function(
      String name, int hash, long counter, int bitmap, int values, long count) {}

  private static Arbitrary<Long> counts() {
    return Arbitraries.of(0L, 1L, 7L, -3L, -4L, Long.MAX_VALUE, Long.MIN_VALUE);
  }

  private static Arbitrary<List<Function>> functions(Arbitrary<Integer> values) {
    return Combinators.combine(
            Arbitraries.of("", "f", "ff", "f:f", "f;f"),
            Arbitraries.integers().between(0, 2),
            counts(),
            Arbitraries.integers().between(0, 255),
            values,
            counts())
        .as(Function::new)
        .list()
        .ofMaxSize(8);
  }

  /** All sites together have at most 255 different values, so nothing is cut. */
  @Provide
  Arbitrary<ProfileImage> images() {
    return functions(Arbitraries.of(0, 1, 2, MOST_VALUES - 1, MOST_VALUES))
        .map(MergeEdgeLawsTest::image);
  }

  private static ProfileImage image(List<Function> functions) {
    ImageBuilder image = new ImageBuilder(ProfileFormat.text());
    for (Function function : functions) {
      image.function(ProfileName.of(function.name), function.hash).counter(function.counter);
      image.bitmap((byte) function.bitmap);
      image.site(ValueKind.MEMOP_SIZE);
      for (int value = 0; value < function.values; value++) {
        image.value(value, function.count);
      }
    }
    return image.build();
  }

  /** What an image has of a function, in no order. */
  private record Sum(long counter, int bitmap, Map<Long, Long> values) {}

  private static Map<String, Sum> sums(ProfileImage image) {
    Map<String, Sum> sums = new HashMap<>();
    for (FunctionRecord function : image.records()) {
      Map<Long, Long> values = new HashMap<>();
      for (ValueSite.Value value : function.valueSites(ValueKind.MEMOP_SIZE).get(0).values()) {
        values.put(value.value(), value.count());
      }
      sums.put(
          function.name() + "/" + function.structuralHash(),
          new Sum(function.counter(0), function.bitmap()[0], values));
    }
    return sums;
  }

  private static ProfileImage sum(ProfileImage... images) throws IOException {
    MergeEngine engine = InMemory.engine(FORMAT);
    InMemory.add(engine, images);
    return InMemory.sum(engine);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.FIRST)
  void orderDoesNotMatter(@ForAll("images") ProfileImage a, @ForAll("images") ProfileImage b)
      throws IOException {
    assertEquals(sums(sum(a, b)), sums(sum(b, a)));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.FIRST)
  void groupingDoesNotMatter(
      @ForAll("images") ProfileImage a,
      @ForAll("images") ProfileImage b,
      @ForAll("images") ProfileImage c)
      throws IOException {
    assertEquals(sums(sum(sum(a, b), c)), sums(sum(a, sum(b, c))));
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.FIRST)
  void emptyChangesNothing(@ForAll("images") ProfileImage a) throws IOException {
    ProfileImage empty = image(List.of());
    assertEquals(sums(sum(a)), sums(sum(a, empty)));
    assertEquals(sums(sum(a)), sums(sum(empty, a)));
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.FIRST)
  void whatFitsIsReadBackAndNoMoreThanFitsIsKept(
      @ForAll("functionsWithManyValues") List<Function> functions) throws IOException {
    MergeEngine engine = InMemory.engine(FORMAT);
    InMemory.add(engine, image(functions));
    byte[] bytes = InMemory.write(engine, FORMAT, InMemory.ALLOWING_ALL);
    ProfileImage back = InMemory.read(bytes, FORMAT).images().get(0);
    assertEquals(sums(InMemory.sum(engine)), sums(back));
    for (FunctionRecord function : back.records()) {
      int values = function.valueSites(ValueKind.MEMOP_SIZE).get(0).values().size();
      assertTrue(values <= MOST_VALUES, () -> values + " values");
    }
  }

  @Provide
  Arbitrary<List<Function>> functionsWithManyValues() {
    return functions(Arbitraries.of(0, MOST_VALUES, MOST_VALUES + 1, 400));
  }
}
