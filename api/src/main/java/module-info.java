/**
 * Reads, merges and writes LLVM instrumentation profiles of every version.
 *
 * <p>Start at {@link dev.profdata.Profiles}.
 */
module dev.profdata.api {
  requires static org.jspecify;

  exports dev.profdata;
  exports dev.profdata.format;
  exports dev.profdata.io;
  exports dev.profdata.kernel;
  exports dev.profdata.model;
  exports dev.profdata.order;
  exports dev.profdata.spi;
  exports dev.profdata.internal.files to
      dev.profdata.cli;
  exports dev.profdata.internal.bytes to
      dev.profdata.cli,
      dev.profdata.indexed,
      dev.profdata.raw;
  exports dev.profdata.internal.losses to
      dev.profdata.indexed,
      dev.profdata.raw;
  exports dev.profdata.internal.random to
      dev.profdata.indexed;

  uses dev.profdata.spi.MergeEngineProvider;
  uses dev.profdata.spi.ProfileFormatProvider;
}
