/**
 * The compatibility kit: contracts of providers, and what tests of providers share: a corpus of
 * real profiles, generators, damagers, LLVM's tools as judge.
 *
 * <p>Open, because JUnit reflects into it.
 */
open module dev.profdata.tck {
  requires transitive dev.profdata.api;
  requires jdk.management;
  requires net.jqwik.api;
  requires transitive org.junit.jupiter.api;
  requires static org.jspecify;

  exports dev.profdata.tck;
  exports dev.profdata.tck.corpus;
  exports dev.profdata.tck.damage;
  exports dev.profdata.tck.gen;
  exports dev.profdata.tck.oracle;

  uses dev.profdata.spi.MergeEngineProvider;
  uses dev.profdata.spi.ProfileFormatProvider;
}
