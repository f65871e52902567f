package dev.profdata.cli;

/** A command cannot be done, for a reason that is no damage of a profile and no wrong usage. */
final class CommandFailedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  CommandFailedException(String reason) {
    super(reason);
  }
}
