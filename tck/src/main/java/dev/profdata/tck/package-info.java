/**
 * The compatibility kit: contracts that a provider of a format or of the merge engine is held to.
 *
 * <p>A provider extends {@link dev.profdata.tck.ProviderKit} and gets all contracts that concern
 * it; {@code RULES.md} numbers what they ask for. Contracts are interfaces, so that a part of them
 * can be had too.
 */
@NullMarked
package dev.profdata.tck;

import org.jspecify.annotations.NullMarked;
