package dev.profdata.cli.report;

import com.samskivert.mustache.DefaultCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The template of the page and its parts, resources of this package. A variable that a view lacks
 * is an error, not an empty place.
 */
final class PageTemplate {
  private static final String SUFFIX = ".mustache";

  private final Template page;

  PageTemplate() {
    this.page =
        Mustache.compiler()
            .withCollector(new OptionalCollector())
            .withEscaper(new VisibleText())
            .withLoader(PageTemplate::part)
            .emptyStringIsFalse(true)
            .strictSections(true)
            .compile(part("page"));
  }

  String render(PageView view) {
    return page.execute(view);
  }

  private static Reader part(String name) {
    return new StringReader(resource(name + SUFFIX));
  }

  /** Returns the text of a resource of this package. */
  static String resource(String name) {
    try (InputStream stream = PageTemplate.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes an optional value for a list of one element or none. */
  private static final class OptionalCollector extends DefaultCollector {
    @Override
    public @Nullable Iterator<?> toIterator(Object value) {
      return value instanceof Optional<?> optional
          ? optional.stream().iterator()
          : super.toIterator(value);
    }
  }
}
