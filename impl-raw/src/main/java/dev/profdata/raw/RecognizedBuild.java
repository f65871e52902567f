package dev.profdata.raw;

/**
 * A build, and where a run of it stood in memory.
 *
 * @param addresses finds functions by addresses from which {@code moved} is taken away before
 * @param moved how far the run lies behind the addresses
 */
record RecognizedBuild(RawBuild build, FunctionAddresses addresses, long moved) {
  static RecognizedBuild first(RawBuild build) {
    return new RecognizedBuild(build, build.addresses(), 0);
  }

  /** Returns the hash of the name of the function at an address, 0 if there is none. */
  long nameHashAt(long address) {
    int row = address == 0 ? FunctionAddresses.NOT_FOUND : addresses.find(address - moved);
    return row == FunctionAddresses.NOT_FOUND ? 0 : build.functions().nameHashes[row];
  }
}
