/** The command line {@code profdata}, also a {@link java.util.spi.ToolProvider} of that name. */
module dev.profdata.cli {
  requires com.fasterxml.jackson.core;
  requires com.samskivert.jmustache;
  requires dev.profdata.api;
  requires info.picocli;
  requires java.net.http;
  requires me.tongfei.progressbar;
  requires static org.jspecify;

  opens dev.profdata.cli to
      info.picocli;
  opens dev.profdata.cli.report to
      com.samskivert.jmustache;

  provides java.util.spi.ToolProvider with
      dev.profdata.cli.ProfdataTool;
}
