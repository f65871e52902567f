/**
 * What tests of providers share: a corpus of real profiles, generators, LLVM's tools as judge.
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
