package dev.profdata.cli;

import dev.profdata.format.LlvmRelease;
import java.util.Iterator;

/** The numbers of the releases that may be named, for completion. */
final class TargetNumbers implements Iterable<String> {
  TargetNumbers() {}

  @Override
  public Iterator<String> iterator() {
    return LlvmRelease.targets().stream()
        .map(release -> Integer.toString(release.major()))
        .iterator();
  }
}
