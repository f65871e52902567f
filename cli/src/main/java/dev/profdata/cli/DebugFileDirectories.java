package dev.profdata.cli;

import dev.profdata.model.BinaryId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds debug information as debuggers do: in a file named after the build id, in the first folder
 * that has it.
 *
 * @param folders where to look; none means where distributions put them
 */
record DebugFileDirectories(List<Path> folders) implements ProgramFinder {
  private static final Path OF_DISTRIBUTIONS = Path.of("/usr/lib/debug");
  private static final int HEX_DIGITS_OF_FOLDER = 2;

  DebugFileDirectories {
    folders = folders.isEmpty() ? List.of(OF_DISTRIBUTIONS) : List.copyOf(folders);
  }

  @Override
  public Optional<Path> find(BinaryId id) {
    String hex = id.toString();
    if (hex.length() <= HEX_DIGITS_OF_FOLDER) {
      return Optional.empty();
    }
    String file = hex.substring(HEX_DIGITS_OF_FOLDER) + ".debug";
    return folders.stream()
        .map(folder -> folder.resolve(".build-id").resolve(hex.substring(0, 2)).resolve(file))
        .filter(Files::exists)
        .findFirst();
  }
}
