package dev.profdata.cli;

import dev.profdata.Profiles;
import dev.profdata.io.Finding;
import dev.profdata.io.ProfileCollector;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ReadOptions;
import dev.profdata.model.InstrProfile;
import java.io.IOException;
import java.util.function.Consumer;

/** Says what was repaired or is doubtful in profiles that are read to be looked at. */
final class ReadWarnings implements Consumer<Finding> {
  private final Terminal terminal;
  private final boolean imitates;

  /**
   * Prints on a terminal.
   *
   * @param imitates whether the caller named the release whose tool is imitated
   */
  ReadWarnings(Terminal terminal, boolean imitates) {
    this.terminal = terminal;
    this.imitates = imitates;
  }

  @Override
  public void accept(Finding finding) {
    if (Findings.isSaid(finding, imitates)) {
      terminal.warning(Findings.describe(finding));
    }
  }

  /** Reads a whole profile. */
  InstrProfile read(String file, ReadOptions options) throws IOException {
    try (ProfileReader reader = Profiles.open(terminal.source(file), options)) {
      ProfileCollector collector = new ProfileCollector(reader.format());
      reader.accept(collector);
      collector.findings().forEach(this);
      return collector.profile();
    }
  }
}
