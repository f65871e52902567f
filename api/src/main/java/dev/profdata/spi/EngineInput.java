package dev.profdata.spi;

import dev.profdata.format.ProfileFormat;
import dev.profdata.model.ProfileVariant;

/**
 * What a merge engine must know of an input before it takes it in.
 *
 * @param source its name, for findings
 * @param format what it was read from
 * @param variant how it was instrumented
 * @param weight by how much its counts are multiplied, unsigned, at least 1
 * @since 0.1
 */
public record EngineInput(
    String source, ProfileFormat format, ProfileVariant variant, long weight) {}
