package dev.profdata.model;

import java.util.List;
import java.util.Optional;

/**
 * What is counted at a value site.
 *
 * @since 0.1
 */
public enum ValueKind {
  /** Targets of an indirect call, each by the hash of its name; 0 if not in the profile. */
  INDIRECT_CALL_TARGET(0, "IPVK_IndirectCallTarget"),
  /** Sizes in bytes of a memory operation such as {@code memcpy}. */
  MEMOP_SIZE(1, "IPVK_MemOPSize"),
  /** Virtual tables used by a virtual call, each by the hash of its name; 0 if unknown. */
  VTABLE_TARGET(2, "IPVK_VTableTarget");

  private static final List<ValueKind> ALL = List.of(values());

  private final int number;
  private final String llvmName;

  ValueKind(int number, String llvmName) {
    this.number = number;
    this.llvmName = llvmName;
  }

  /** Returns the kind with this number, empty if no such kind is known. */
  public static Optional<ValueKind> ofNumber(int number) {
    return number >= 0 && number < ALL.size() ? Optional.of(ALL.get(number)) : Optional.empty();
  }

  /** Returns all kinds in the order of their numbers. */
  public static List<ValueKind> all() {
    return ALL;
  }

  /** Returns the number that stands for this kind in files, from 0. */
  public int number() {
    return number;
  }

  /** Returns LLVM's name, as the text form prints it. */
  public String llvmName() {
    return llvmName;
  }

  /** Tells whether values are hashes of names rather than plain numbers. */
  public boolean namesTargets() {
    return this != MEMOP_SIZE;
  }
}
