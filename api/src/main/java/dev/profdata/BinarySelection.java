package dev.profdata;

import dev.profdata.io.Finding;
import dev.profdata.io.FindingKind;
import dev.profdata.io.ForwardingVisitor;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.model.BinaryId;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.TemporalTrace;
import dev.profdata.model.TraceSet;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Lets only images of some binaries through, and of traces only what those images have.
 *
 * <p>A raw file has an image for each program and library, an indexed file one for all of them: it
 * passes if it has one of the wanted ids.
 */
final class BinarySelection extends ForwardingVisitor {
  private final Set<BinaryId> wanted;
  private final String source;
  private final Set<Long> leftOut = new HashSet<>();
  private final Set<Long> taken = new HashSet<>();
  private boolean passed;

  private BinarySelection(ProfileVisitor next, Set<BinaryId> wanted, String source) {
    super(next);
    this.wanted = wanted;
    this.source = source;
  }

  /**
   * Returns what a source is to be visited with.
   *
   * @param wanted the ids of the binaries, or none to let all through
   */
  static ProfileVisitor before(ProfileVisitor next, Set<BinaryId> wanted, String source) {
    return wanted.isEmpty() ? next : new BinarySelection(next, wanted, source);
  }

  @Override
  public void visitImage(ProfileImage image) throws IOException {
    boolean passes = image.binaryIds().stream().anyMatch(wanted::contains);
    FunctionTable table = image.functions();
    for (int row = 0; row < table.size(); row++) {
      (passes ? taken : leftOut).add(table.nameHash(row));
    }
    if (passes) {
      passed = true;
      super.visitImage(image);
    }
  }

  @Override
  public void visitTraces(TraceSet traces) throws IOException {
    leftOut.removeAll(taken);
    if (passed) {
      super.visitTraces(
          leftOut.isEmpty()
              ? traces
              : new TraceSet(
                  traces.traces().stream().map(this::selected).toList(), traces.streamSize()));
    }
  }

  private TemporalTrace selected(TemporalTrace trace) {
    return TemporalTrace.of(
        trace.weight(),
        LongStream.range(0, trace.size())
            .map(place -> trace.nameHash((int) place))
            .filter(hash -> !leftOut.contains(hash))
            .toArray());
  }

  @Override
  public void visitEnd() throws IOException {
    if (!passed) {
      super.visitFinding(
          Finding.of(
              FindingKind.NO_WANTED_BINARY,
              source,
              "no image of a wanted binary is in it, left out"));
    }
    super.visitEnd();
  }
}
