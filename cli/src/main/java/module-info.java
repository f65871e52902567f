/** The command line {@code profdata}, also a {@link java.util.spi.ToolProvider} of that name. */
module dev.profdata.cli {
  requires com.fasterxml.jackson.core;
  requires dev.profdata.api;
  requires info.picocli;
  requires static org.jspecify;

  opens dev.profdata.cli to
      info.picocli;

  provides java.util.spi.ToolProvider with
      dev.profdata.cli.ProfdataTool;
}
