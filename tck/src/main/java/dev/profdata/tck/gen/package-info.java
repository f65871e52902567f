/** Seeded generators of profiles, shared by conformance tests, laws and benchmarks. */
@NullMarked
package dev.profdata.tck.gen;

import org.jspecify.annotations.NullMarked;
