package dev.profdata.kernel;

import dev.profdata.Profiles;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ReadOptions;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.ProfileImage;
import java.io.IOException;

/**
 * How many functions of a profile ran.
 *
 * @param functions how many function records the profile has
 * @param ran how many of them have a counter that is not 0
 * @since 0.1
 */
public record FunctionsRun(long functions, long ran) {
  /**
   * Counts the functions of a profile of any format.
   *
   * @throws dev.profdata.io.ProfileException if it is no profile or a damaged one
   * @throws IOException if it cannot be read
   */
  public static FunctionsRun of(ProfileSource source) throws IOException {
    return of(source, ReadOptions.DEFAULT);
  }

  /**
   * Counts the functions of a profile of any format.
   *
   * @throws dev.profdata.io.ProfileException if it is no profile, a damaged one, or one that asks
   *     for more than the limits allow
   * @throws IOException if it cannot be read
   */
  public static FunctionsRun of(ProfileSource source, ReadOptions reading) throws IOException {
    try (ProfileReader reader = Profiles.open(source, reading)) {
      long[] sums = new long[2];
      reader.accept(
          image -> {
            sums[0] += image.size();
            sums[1] += ran(image);
          });
      return new FunctionsRun(sums[0], sums[1]);
    }
  }

  private static long ran(ProfileImage image) {
    long ran = 0;
    for (int row = 0; row < image.size(); row++) {
      if (ran(image, row)) {
        ran++;
      }
    }
    return ran;
  }

  private static boolean ran(ProfileImage image, int row) {
    FunctionTable functions = image.functions();
    int end = functions.counterStart(row) + functions.counterCount(row);
    for (int index = functions.counterStart(row); index < end; index++) {
      if (image.counts().counter(index) != 0) {
        return true;
      }
    }
    return false;
  }
}
