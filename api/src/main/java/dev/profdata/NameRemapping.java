package dev.profdata;

import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileSource;
import dev.profdata.model.NameTable;
import dev.profdata.model.ProfileName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Other names for functions, for profiles of a program whose functions were renamed.
 *
 * <p>Call targets inside value data are hashes of the old names and stay so, as in LLVM. Immutable.
 *
 * @since 0.1
 */
public final class NameRemapping {
  private final Map<ProfileName, ProfileName> names;

  private NameRemapping(Map<ProfileName, ProfileName> names) {
    this.names = Map.copyOf(names);
  }

  /** Returns a remapping from old names to new ones. */
  public static NameRemapping of(Map<ProfileName, ProfileName> names) {
    return new NameRemapping(names);
  }

  /**
   * Reads a remapping file as {@code llvm-profdata merge --remapping-file} does: on each line an
   * old and a new name with one blank between them; empty lines and lines that begin with {@code #}
   * are skipped. Of several lines for one old name the first counts.
   *
   * @throws IOException if the file cannot be read, or a line is otherwise; the message has its
   *     number
   */
  public static NameRemapping read(ProfileSource source) throws IOException {
    String text;
    try (ProfileInput input = source.open()) {
      int size = Math.toIntExact(input.size());
      text = StandardCharsets.ISO_8859_1.decode(input.slice(0, size)).toString();
    }
    Map<ProfileName, ProfileName> names = new HashMap<>();
    List<String> lines = text.lines().toList();
    for (int line = 0; line < lines.size(); line++) {
      String content = lines.get(line);
      if (!content.isEmpty() && content.charAt(0) != '#') {
        add(names, content, source.name() + ":" + (line + 1));
      }
    }
    return new NameRemapping(names);
  }

  private static void add(Map<ProfileName, ProfileName> names, String line, String place)
      throws IOException {
    int blank = line.indexOf(' ');
    if (blank <= 0 || blank == line.length() - 1 || line.indexOf(' ', blank + 1) >= 0) {
      throw new IOException(
          place + ": unexpected line in remapping file, expected 'old_symbol new_symbol'");
    }
    names.putIfAbsent(name(line.substring(0, blank)), name(line.substring(blank + 1)));
  }

  private static ProfileName name(String bytes) {
    return ProfileName.of(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Returns the new name of a function, itself if it has none. */
  public ProfileName newName(ProfileName old) {
    return names.getOrDefault(old, old);
  }

  Optional<byte[]> rename(NameTable table, int name) {
    return Optional.ofNullable(names.get(table.name(name))).map(ProfileName::bytes);
  }
}
