package dev.profdata.cli;

import dev.profdata.model.BinaryId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the program, or its debug information, by the build id that stands in a profile. */
@FunctionalInterface
interface ProgramFinder {
  /**
   * Returns the file, empty if it is nowhere.
   *
   * @throws IOException if it cannot be told, with what failed
   */
  Optional<Path> find(BinaryId id) throws IOException;
}
