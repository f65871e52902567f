package dev.profdata.raw.dwarf;

import dev.profdata.model.ProfileName;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What debug information tells of the counters or of the bitmap of a function.
 *
 * @param kind counters or bitmap
 * @param functionName its name in profiles
 * @param structuralHash LLVM's {@code CFG Hash}
 * @param address of the counters or of the bitmap, unsigned
 * @param size number of counters, or of bits
 * @param inFunction whether the address of the function is known
 * @param place where the function stands in the source, if that was asked for
 */
public record Probe(
    Kind kind,
    Optional<ProfileName> functionName,
    OptionalLong structuralHash,
    OptionalLong address,
    OptionalLong size,
    boolean inFunction,
    FunctionPlace place) {

  Probe withFunctionName(Optional<ProfileName> name) {
    return new Probe(kind, name, structuralHash, address, size, inFunction, place);
  }

  Probe withStructuralHash(OptionalLong hash) {
    return new Probe(kind, functionName, hash, address, size, inFunction, place);
  }

  Probe withSize(OptionalLong elements) {
    return new Probe(kind, functionName, structuralHash, address, elements, inFunction, place);
  }

  /** What a variable holds. */
  public enum Kind {
    COUNTERS("__profc_", "Num Counters"),
    /** Bits of decision coverage, which LLVM tells of from 23 on. */
    BITMAP("__profbm_", "Num BitmapBits");

    private final String prefix;
    final String sizeName;

    Kind(String prefix, String sizeName) {
      this.prefix = prefix;
      this.sizeName = sizeName;
    }

    /** Returns what the names of such variables start with. */
    byte[] prefix() {
      return prefix.getBytes(StandardCharsets.UTF_8);
    }
  }
}
