/** Reads and writes merged profiles, indexed and text, and adds profiles up. */
module dev.profdata.indexed {
  requires dev.profdata.api;
  requires static org.jspecify;
  requires com.google.common;

  provides dev.profdata.spi.MergeEngineProvider with
      dev.profdata.indexed.MergeEngineFactory;
  provides dev.profdata.spi.ProfileFormatProvider with
      dev.profdata.indexed.IndexedFormatProvider,
      dev.profdata.indexed.TextFormatProvider;
}
