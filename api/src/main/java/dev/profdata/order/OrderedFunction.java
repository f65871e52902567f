package dev.profdata.order;

import dev.profdata.model.ProfileName;
import java.util.Optional;

/**
 * A function at its place in an order, named as a linker knows it.
 *
 * @param nameHash the hash of its name in the profile
 * @param file the source file that a local function's name in the profile begins with, empty for
 *     all others
 * @param symbol the name without the file; {@link ProfileName#EMPTY} if the profile does not know
 *     the name. Linkers for Mach-O may want an underscore before it.
 * @since 0.1
 */
public record OrderedFunction(long nameHash, Optional<ProfileName> file, ProfileName symbol) {}
