/**
 * What a provider of formats or of the merge engine implements.
 *
 * <p>Providers are found with {@link java.util.ServiceLoader}, on the class path and on the module
 * path. A provider for a vendor's dialect needs one {@link dev.profdata.spi.ProfileFormatProvider}.
 */
@NullMarked
package dev.profdata.spi;

import org.jspecify.annotations.NullMarked;
