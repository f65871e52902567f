package dev.profdata;

/**
 * When a merge fails because of its inputs (LLVM's {@code --failure-mode}).
 *
 * @since 0.1
 */
public enum FailureMode {
  /** As soon as any input cannot be used. */
  ANY,
  /** Only if no input can be used. */
  ALL,
  /** Never: what cannot be used is left out with a warning. */
  WARN
}
