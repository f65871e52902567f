package dev.profdata.io;

import dev.profdata.model.ProfileImage;
import dev.profdata.model.TraceSet;
import java.io.IOException;

/**
 * A visitor that hands everything on; subclasses change what they care for.
 *
 * @since 0.1
 */
public abstract class ForwardingVisitor implements ProfileVisitor {
  private final ProfileVisitor next;

  /** Hands everything on to {@code next}. */
  protected ForwardingVisitor(ProfileVisitor next) {
    this.next = next;
  }

  @Override
  public void visitFinding(Finding finding) {
    next.visitFinding(finding);
  }

  @Override
  public void visitSalvage(Salvage salvage) {
    next.visitSalvage(salvage);
  }

  @Override
  public void visitImage(ProfileImage image) throws IOException {
    next.visitImage(image);
  }

  @Override
  public void visitTraces(TraceSet traces) throws IOException {
    next.visitTraces(traces);
  }

  @Override
  public void visitEnd() throws IOException {
    next.visitEnd();
  }
}
