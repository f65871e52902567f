/** Reads and writes every version of LLVM's raw profile format. */
module dev.profdata.raw {
  requires dev.profdata.api;
  requires static org.jspecify;
  requires com.google.common;

  provides dev.profdata.spi.ProfileFormatProvider with
      dev.profdata.raw.RawFormatProvider;
}
