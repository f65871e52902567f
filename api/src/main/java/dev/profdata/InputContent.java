package dev.profdata;

import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.model.ProfileVariant;
import dev.profdata.spi.PartialSum;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** An input of a merge that can be read now. */
interface InputContent extends Closeable {
  /** Returns the size in bytes; an input of size 0 has neither format nor content. */
  long bytes();

  /** Returns the sum that was taken out of another merge, if it is one and no profile. */
  Optional<PartialSum> partialSum();

  ProfileFormat format();

  ProfileVariant variant();

  void accept(ProfileVisitor visitor) throws IOException;

  @Override
  default void close() throws IOException {}
}
