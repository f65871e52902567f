package dev.profdata.io;

import dev.profdata.model.ProfileImage;
import dev.profdata.model.TraceSet;
import java.io.IOException;

/**
 * Takes a profile in, part by part.
 *
 * <p>A reader calls, from one thread:
 *
 * <pre>{@code ( visitFinding | visitSalvage | visitImage )* visitTraces? visitEnd}</pre>
 *
 * <p>A file that was salvaged is visited like one that is whole, with one {@link Salvage}.
 *
 * <p>When a file turns out to be damaged, the images before the damage, and the whole records of
 * the image that it is in, have been visited; then the reader throws, and {@link #visitEnd} is not
 * called.
 *
 * @since 0.1
 */
public interface ProfileVisitor {
  /** Takes something that was repaired or is doubtful. The default ignores it. */
  default void visitFinding(Finding finding) {}

  /**
   * Takes the numbers of a salvage, which {@link #visitFinding} was told as a sentence. The default
   * ignores them.
   */
  default void visitSalvage(Salvage salvage) {}

  /**
   * Takes the next image.
   *
   * @throws IOException if the visitor cannot go on; the reader hands it to its caller
   */
  void visitImage(ProfileImage image) throws IOException;

  /** Takes the temporal traces of the profile. The default ignores them. */
  default void visitTraces(TraceSet traces) throws IOException {}

  /** Takes notice that the profile was read whole. The default does nothing. */
  default void visitEnd() throws IOException {}
}
