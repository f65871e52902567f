package dev.profdata.cli.report;

import dev.profdata.model.FunctionRecord;

/** What makes two records the same function: equal name and equal code, by their hashes. */
record FunctionKey(long nameHash, long structuralHash) {
  static FunctionKey of(FunctionRecord function) {
    return new FunctionKey(function.nameHash(), function.structuralHash());
  }
}
