package dev.profdata.tck;

import dev.profdata.format.ProfileFormat;
import dev.profdata.io.Finding;
import dev.profdata.io.ProfileCollector;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.model.InstrProfile;
import dev.profdata.spi.EngineInput;
import dev.profdata.spi.MergeEngine;
import dev.profdata.spi.MergeEngineProvider;
import dev.profdata.spi.MergeSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Profiles in memory, added up by an engine. */
final class Sum {
  private final MergeEngine engine;
  private final ProfileFormat format;
  private final List<Finding> findings = new ArrayList<>();

  private Sum(MergeEngine engine, ProfileFormat format) {
    this.engine = engine;
    this.format = format;
  }

  static Sum by(MergeEngineProvider provider, ProfileFormat format) {
    return new Sum(engine(provider, format), format);
  }

  static MergeEngine engine(MergeEngineProvider provider, ProfileFormat format) {
    return provider.newEngine(MergeSettings.of(format.release()));
  }

  void add(InstrProfile profile, long weight) throws IOException {
    // Counters of raw profiles may be refused; what is added here is a merged profile.
    EngineInput input =
        new EngineInput(
            InMemory.SOURCE, ProfileFormat.textFor(format.release()), profile.variant(), weight);
    ProfileVisitor visitor = engine.input(input, findings::add);
    InMemory.visit(profile, visitor);
  }

  void addAll(Sum other) throws IOException {
    engine.addAll(other.engine, findings::add);
  }

  InstrProfile profile() throws IOException {
    ProfileCollector collector = new ProfileCollector(format);
    engine.accept(collector);
    return collector.profile();
  }

  List<Finding> findings() {
    return findings;
  }
}
