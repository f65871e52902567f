package dev.profdata.raw.dwarf;

import dev.profdata.model.ProfileName;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where a function stands in the source.
 *
 * @param linkageName what the linker knows it as
 * @param file as the compiler was told
 * @param line in it, from 1
 */
public record FunctionPlace(
    Optional<ProfileName> linkageName, Optional<String> file, OptionalLong line) {
  static final FunctionPlace UNKNOWN =
      new FunctionPlace(Optional.empty(), Optional.empty(), OptionalLong.empty());
}
