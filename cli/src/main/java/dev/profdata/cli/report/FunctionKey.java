package dev.profdata.cli.report;

import dev.profdata.model.FunctionRecord;
import dev.profdata.model.ProfileName;

/**
 * What makes two records the same function: equal name and equal code, by their hashes.
 *
 * @param nameHash of the name, a local one as compilers before LLVM 18 spell it
 */
record FunctionKey(long nameHash, long structuralHash) {
  static FunctionKey of(FunctionRecord function) {
    return new FunctionKey(nameHash(function), function.structuralHash());
  }

  private static long nameHash(FunctionRecord function) {
    byte[] name = function.name().bytes();
    for (int i = 0; i < name.length; i++) {
      if (name[i] == LocalName.SEMICOLON) {
        name[i] = LocalName.COLON;
        return ProfileName.hash(name, 0, name.length);
      }
    }
    return function.nameHash();
  }
}
