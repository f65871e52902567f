package dev.profdata.tck.gallery;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.profdata.spi.ProfileFormatProvider;
import dev.profdata.tck.ConversionContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** What came of a contract that was run inside a test. */
record KitRun(EngineExecutionResults results) {
  /**
   * Runs a contract.
   *
   * @param kit a test class; if it is of the conversion contract and not {@link GalleryTest}'s own,
   *     the class {@code kit.getName() + "Provider"} joins the providers that are found
   */
  static KitRun of(Class<?> kit, Path folder) throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader usual = thread.getContextClassLoader();
    try {
      if (ConversionContract.class.isAssignableFrom(kit) && kit.isAnnotationPresent(Breaks.class)) {
        thread.setContextClassLoader(new ServiceFile(folder, provider(kit)));
      }
      return new KitRun(
          EngineTestKit.engine("junit-jupiter").selectors(selectClass(kit)).execute());
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

  /** Returns what the failed tests say. */
  List<String> failures() {
    return results.testEvents().failed().map(KitRun::message).toList();
  }

  /** Returns the rules that failed tests name. */
  Set<String> failedRules() {
    return failures().stream()
        .map(message -> message.substring(0, Math.max(0, message.indexOf(':'))))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  long failedContainers() {
    return results.containerEvents().failed().count();
  }

  long succeeded() {
    return results.testEvents().succeeded().count();
  }

  private static String message(Event failed) {
    return failed
        .getRequiredPayload(TestExecutionResult.class)
        .getThrowable()
        .map(failure -> String.valueOf(failure.getMessage()))
        .orElse("");
  }
}
