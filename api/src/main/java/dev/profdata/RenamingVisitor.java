package dev.profdata;

import dev.profdata.io.ForwardingVisitor;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.ProfileImage;
import java.io.IOException;

/** Gives the functions of images other names; what means them by hash stays, as in LLVM. */
final class RenamingVisitor extends ForwardingVisitor {
  private final Renaming renaming;

  RenamingVisitor(ProfileVisitor next, Renaming renaming) {
    super(next);
    this.renaming = renaming;
  }

  @Override
  public void visitImage(ProfileImage image) throws IOException {
    FunctionTable table = renaming.apply(image.functions());
    super.visitImage(table == image.functions() ? image : image.withFunctions(table));
  }
}
