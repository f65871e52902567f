package dev.profdata.io;

import dev.profdata.model.ProfileName;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the debug information of a program tells of its counters. Immutable; may be shared between
 * threads.
 *
 * @param sectionBytes size of the section of counters
 * @param functions what it tells of each function, in the order of the debug information; of
 *     functions that several units have, once for each
 * @since 0.1
 */
public record ProgramCounters(long sectionBytes, List<Function> functions) {
  /** Copies the list. */
  public ProgramCounters {
    functions = List.copyOf(functions);
  }

  /** Returns how many functions have counters, those of several units counted once. */
  public long distinctFunctions() {
    return functions.stream().mapToLong(Function::offset).distinct().count();
  }

  /**
   * The counters of a function, and where it stands in the source.
   *
   * @param name in profiles
   * @param linkageName what the linker knows it as
   * @param structuralHash LLVM's {@code CFG Hash}
   * @param offset of the first counter in the section, in bytes
   * @param counters how many there are
   * @param file of the source, as the compiler was told
   * @param line in it, from 1
   */
  public record Function(
      ProfileName name,
      Optional<ProfileName> linkageName,
      long structuralHash,
      long offset,
      long counters,
      Optional<String> file,
      OptionalLong line) {}
}
