package dev.profdata.tck.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.spi.MergeEngineProvider;
import dev.profdata.spi.ProfileFormatProvider;
import dev.profdata.tck.ConversionContract;
import dev.profdata.tck.ProviderKit;
import dev.profdata.tck.RuleBook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is right passes the kit, and the rooms of the gallery break every rule. */
class GalleryTest {
  /** The provider kit, with the toy provider. */
  static class RightProvider extends ProviderKit {
    @Override
    public ProfileFormatProvider provider() {
      return new ToyProvider();
    }
  }

  /** The merger contract, with the toy engine. */
  static class RightEngine implements BrokenEngines.TwoTargets {
    @Override
    public MergeEngineProvider engines() {
      return BrokenEngines.engine(format -> new ToyEngine(format, new ToyArithmetic()));
    }
  }

  /** The conversion contract, with the toy provider. */
  static class RightConversions implements ConversionContract {}

  @ParameterizedTest
  @ValueSource(
      classes = {
        RightProvider.class,
        RightEngine.class,
        RightConversions.class,
        BrokenCorpus.Right.class
      })
  void whatIsRightPasses(Class<?> kit, @TempDir Path folder) throws IOException {
    KitRun run = KitRun.of(kit, folder);
    assertEquals(List.of(), run.failures());
    assertTrue(run.succeeded() > 0);
    assertEquals(0, run.failedContainers());
  }

  @Test
  void everyRuleIsBrokenBySomething() {
    assertEquals(
        new TreeSet<>(RuleBook.load().sentences().keySet()),
        Stream.of(
                new BrokenReadersTest(),
                new BrokenHostileTest(),
                new BrokenWritersTest(),
                new BrokenSumsTest())
            .flatMap(BrokenRoom::broken)
            .map(kit -> kit.getAnnotation(Breaks.class).value())
            .collect(Collectors.toCollection(TreeSet::new)));
  }
}
