package dev.profdata.cli;

/** The arguments of a command make no sense together, which the parser alone cannot tell. */
final class WrongUsageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  WrongUsageException(String reason) {
    super(reason);
  }
}
