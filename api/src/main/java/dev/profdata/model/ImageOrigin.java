package dev.profdata.model;

/**
 * What a format keeps of an image besides its meaning, to write it back unchanged: addresses, the
 * original blob of names, paddings, sections that it only carries.
 *
 * <p>Opaque to all but the format that made it; formats that do not know an origin ignore it.
 * Implementations are immutable.
 *
 * @since 0.1
 */
public interface ImageOrigin {}
