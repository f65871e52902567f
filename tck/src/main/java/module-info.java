/**
 * The compatibility kit: what every provider must prove, and the tools to prove it with.
 *
 * <p>Open, because JUnit reflects into it.
 */
open module dev.profdata.tck {
  requires transitive dev.profdata.api;
  requires transitive org.junit.jupiter.api;
  requires static org.jspecify;

  exports dev.profdata.tck.corpus;
  exports dev.profdata.tck.gen;
  exports dev.profdata.tck.oracle;

  uses dev.profdata.spi.MergeEngineProvider;
  uses dev.profdata.spi.ProfileFormatProvider;
}
