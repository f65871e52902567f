package dev.profdata.io;

import dev.profdata.format.ProfileFormat;
import java.util.List;

/**
 * Writes one profile: visit it, and on {@link #visitEnd} the last byte is written.
 *
 * <p>Confined to one thread. The stream that it writes to stays open. Where the target cannot hold
 * something, {@link #visitImage} or {@link #visitEnd} throws a {@link LossyConversionException}
 * before the first byte is written, unless the loss is allowed.
 *
 * @since 0.1
 */
public interface ProfileWriter extends ProfileVisitor {
  /** Returns the target. */
  ProfileFormat format();

  /** Returns the losses so far, each kind once for each image, with how much it was in words. */
  List<Finding> losses();
}
