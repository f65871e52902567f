package dev.profdata.io;

import dev.profdata.format.ProfileFormat;
import dev.profdata.model.FunctionRecord;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileName;
import dev.profdata.model.ProfileVariant;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one profile.
 *
 * <p>Confined to one thread. Closing the reader closes its input.
 *
 * @since 0.1
 */
public interface ProfileReader extends Closeable {
  /** Returns the format of the file, of its first image if there are several. */
  ProfileFormat format();

  /** Returns the variant flags of the file, of its first image if there are several. */
  ProfileVariant variant();

  /**
   * Reads the whole profile from its start; may be called again.
   *
   * @throws ProfileException if the file is damaged
   * @throws IOException if the input cannot be read, or the visitor throws
   */
  void accept(ProfileVisitor visitor) throws IOException;

  /**
   * Returns all records of a name.
   *
   * <p>Indexed profiles read only the places that they need; other formats read the whole file.
   *
   * @return empty if the profile has none
   * @throws ProfileException if the part of the file that was read is damaged
   */
  default List<FunctionRecord> lookup(ProfileName name) throws IOException {
    long hash = name.hash();
    List<FunctionRecord> found = new ArrayList<>();
    accept(
        new ProfileVisitor() {
          @Override
          public void visitImage(ProfileImage image) {
            for (int row = 0; row < image.size(); row++) {
              if (image.functions().nameHash(row) == hash) {
                found.add(image.function(row));
              }
            }
          }
        });
    return found;
  }
}
