package dev.profdata.indexed;

import dev.profdata.indexed.merge.PartialSumReader;
import dev.profdata.indexed.merge.SummingEngine;
import dev.profdata.io.Limits;
import dev.profdata.io.ProfileInput;
import dev.profdata.spi.MergeEngine;
import dev.profdata.spi.MergeEngineProvider;
import dev.profdata.spi.MergeSettings;
import dev.profdata.spi.PartialSum;
import java.io.IOException;
import java.util.Optional;

/** Makes engines that add profiles up by the rules of a release. */
public final class MergeEngineFactory implements MergeEngineProvider {
  /** For the service loader. */
  public MergeEngineFactory() {}

  @Override
  public MergeEngine newEngine(MergeSettings settings) {
    return new SummingEngine(settings);
  }

  @Override
  public Optional<PartialSum> readPartialSum(ProfileInput input, Limits limits) throws IOException {
    return PartialSumReader.read(input, limits);
  }
}
