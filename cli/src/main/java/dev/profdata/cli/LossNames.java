package dev.profdata.cli;

import dev.profdata.io.FindingKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the names of the losses that a conversion may have. */
final class LossNames {
  private static final String ALL = "all";

  private LossNames() {}

  /**
   * Returns the kinds with these names, all of them for {@code all}.
   *
   * @throws WrongUsageException if a name is no loss; the message names those that are
   */
  static Set<FindingKind> parse(Iterable<String> names) {
    Set<FindingKind> kinds = EnumSet.noneOf(FindingKind.class);
    for (String name : names) {
      if (name.equalsIgnoreCase(ALL)) {
        kinds.addAll(losses());
      } else {
        kinds.add(parse(name));
      }
    }
    return kinds;
  }

  private static FindingKind parse(String name) {
    String constant = name.toUpperCase(Locale.ROOT).replace('-', '_');
    return losses().stream()
        .filter(kind -> kind.name().equals(constant))
        .findFirst()
        .orElseThrow(
            () ->
                new WrongUsageException("'%s' is no loss: say all or %s".formatted(name, known())));
  }

  private static String known() {
    return losses().stream().map(FindingKind::name).collect(Collectors.joining(", "));
  }

  private static Set<FindingKind> losses() {
    return Arrays.stream(FindingKind.values())
        .filter(kind -> kind.category() == FindingKind.Category.LOSS)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(FindingKind.class)));
  }
}
