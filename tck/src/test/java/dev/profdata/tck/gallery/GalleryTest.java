package dev.profdata.tck.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.profdata.spi.MergeEngineProvider;
import dev.profdata.spi.ProfileFormatProvider;
import dev.profdata.tck.ConversionContract;
import dev.profdata.tck.ProviderKit;
import dev.profdata.tck.RuleBook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** What is right passes the kit; what is broken fails, by the rule that names what is broken. */
class GalleryTest {
  @TempDir private Path folder = Path.of("");

  static Stream<Class<?>> broken() {
    return Stream.of(
            BrokenProviders.class,
            BrokenReaders.class,
            BrokenCorpus.class,
            BrokenWriters.class,
            BrokenEngines.class,
            BrokenConversions.class,
            BrokenHostile.class)
        .flatMap(gallery -> Arrays.stream(gallery.getDeclaredClasses()))
        .filter(type -> type.isAnnotationPresent(Breaks.class));
  }

  private EngineExecutionResults run(Class<?> kit) throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader usual = thread.getContextClassLoader();
    try {
      if (ConversionContract.class.isAssignableFrom(kit) && kit != RightConversions.class) {
        thread.setContextClassLoader(new ServiceFile(folder, provider(kit)));
      }
      return EngineTestKit.engine("junit-jupiter").selectors(selectClass(kit)).execute();
    } finally {
      thread.setContextClassLoader(usual);
    }
  }

  private static Class<? extends ProfileFormatProvider> provider(Class<?> kit) {
    try {
      return Class.forName(kit.getName() + "Provider").asSubclass(ProfileFormatProvider.class);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the rules that failed tests name, the container of all formats not counted. */
  private static Set<String> failedRules(EngineExecutionResults results) {
    return results
        .testEvents()
        .failed()
        .map(GalleryTest::message)
        .map(message -> message.substring(0, Math.max(0, message.indexOf(':'))))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String message(Event failed) {
    return failed
        .getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
        .getThrowable()
        .map(failure -> String.valueOf(failure.getMessage()))
        .orElse("");
  }

  @ParameterizedTest
  @MethodSource("broken")
  void whatIsBrokenFailsByTheRuleThatNamesIt(Class<?> kit) throws IOException {
    EngineExecutionResults results = run(kit);
    Set<String> failed = failedRules(results);
    String name = kit.getAnnotation(Breaks.class).value();
    assertTrue(failed.contains(name), () -> kit.getSimpleName() + " fails by " + failed);
    assertEquals(0, results.containerEvents().failed().count());
  }

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
  void whatIsRightPasses(Class<?> kit) throws IOException {
    EngineExecutionResults results = run(kit);
    assertEquals(List.of(), results.testEvents().failed().map(GalleryTest::message).toList());
    assertTrue(results.testEvents().succeeded().count() > 0);
    assertEquals(0, results.containerEvents().failed().count());
  }

  @Test
  void everyRuleIsBrokenBySomething() {
    Set<String> named =
        broken()
            .map(kit -> kit.getAnnotation(Breaks.class).value())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(RuleBook.load().sentences().keySet()), named);
  }
}
