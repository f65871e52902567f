package dev.profdata.tck.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is broken fails, by the rule that names what is broken; a class for each few exhibits. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrokenRoom {
  private final List<Class<?>> exhibits;

  BrokenRoom(Class<?>... exhibits) {
    this.exhibits = List.of(exhibits);
  }

  /** Returns what is broken here. */
  final Stream<Class<?>> broken() {
    return exhibits.stream()
        .flatMap(exhibit -> Arrays.stream(exhibit.getDeclaredClasses()))
        .filter(type -> type.isAnnotationPresent(Breaks.class));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void whatIsBrokenFailsByTheRuleThatNamesIt(Class<?> kit, @TempDir Path folder)
      throws IOException {
    KitRun run = KitRun.of(kit, folder);
    Set<String> failed = run.failedRules();
    String name = kit.getAnnotation(Breaks.class).value();
    assertTrue(failed.contains(name), () -> kit.getSimpleName() + " fails by " + failed);
    assertEquals(0, run.failedContainers());
  }
}
