package dev.profdata.cli;

/**
 * A file to be merged.
 *
 * @param name its path, or {@code -} for standard input
 * @param weight by how much its counts are multiplied, unsigned, at least 1
 */
record WeightedInput(String name, long weight) {
  /** Returns what {@code --dump-input-file-list} prints. */
  @Override
  public String toString() {
    return Long.toUnsignedString(weight) + "," + name;
  }
}
