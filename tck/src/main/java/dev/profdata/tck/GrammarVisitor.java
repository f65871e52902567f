package dev.profdata.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.io.Finding;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.io.Salvage;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.TraceSet;

/** Fails at a call that the grammar of {@link ProfileVisitor} does not have at that place. */
final class GrammarVisitor implements ProfileVisitor {
  private enum State {
    PARTS,
    TRACES,
    END
  }

  private State state = State.PARTS;

  @Override
  public void visitFinding(Finding finding) {
    assertEquals(State.PARTS, state, "a finding after the images");
  }

  @Override
  public void visitSalvage(Salvage salvage) {
    assertEquals(State.PARTS, state, "a salvage after the images");
  }

  @Override
  public void visitImage(ProfileImage image) {
    assertEquals(State.PARTS, state, "an image after the images");
  }

  @Override
  public void visitTraces(TraceSet traces) {
    assertEquals(State.PARTS, state, "traces twice, or after the end");
    state = State.TRACES;
  }

  @Override
  public void visitEnd() {
    assertTrue(state != State.END, "the end twice");
    state = State.END;
  }

  void assertEnded() {
    assertEquals(State.END, state, "visitEnd was not called");
  }
}
