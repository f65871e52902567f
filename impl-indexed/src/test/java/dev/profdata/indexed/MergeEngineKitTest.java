package dev.profdata.indexed;

import dev.profdata.spi.MergeEngineProvider;
import dev.profdata.tck.MergerContract;

/** The compatibility kit, for the merge engine by the rules of every release. */
class MergeEngineKitTest implements MergerContract {
  @Override
  public MergeEngineProvider engines() {
    return new MergeEngineFactory();
  }
}
