package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The jar says whose software is in it. */
class NoticesIT {
  private static final String NOTICES = "META-INF/THIRD-PARTY-NOTICES.md";
  private static final Pattern PACKAGE = Pattern.compile("`([a-z0-9.]+)`");

  private static JarFile jar() throws IOException {
    return new JarFile(System.getProperty("profdata.jar", ""));
  }

  private static Set<String> listed(JarFile jar) throws IOException {
    try (InputStream notices = jar.getInputStream(jar.getJarEntry(NOTICES))) {
      String text = new String(notices.readAllBytes(), StandardCharsets.UTF_8);
      return PACKAGE
          .matcher(text)
          .results()
          .map((MatchResult result) -> result.group(1).replace('.', '/') + "/")
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static List<String> foreignClasses(JarFile jar) {
    return jar.stream()
        .map(entry -> entry.getName().replaceFirst("^META-INF/versions/\\d+/", ""))
        .filter(name -> name.endsWith(".class") && !name.startsWith("dev/profdata/"))
        .toList();
  }

  @Test
  void everyPackageInTheJarIsListedAndNothingElse() throws IOException {
    try (JarFile jar = jar()) {
      Set<String> listed = listed(jar);
      Set<String> found = new TreeSet<>();
      Set<String> unlisted = new TreeSet<>();
      for (String name : foreignClasses(jar)) {
        listed.stream()
            .filter(name::startsWith)
            .findFirst()
            .ifPresentOrElse(found::add, () -> unlisted.add(name));
      }
      assertEquals(Set.of(), unlisted);
      assertEquals(listed, found);
    }
  }

  @Test
  void theLicenceThatTheNoticesNameIsThere() throws IOException {
    try (JarFile jar = jar()) {
      assertNotNull(jar.getEntry("META-INF/LICENSE"));
    }
  }
}
