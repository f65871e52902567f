package dev.profdata.tck;

import dev.profdata.model.ProfileImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What an image tells of executions with all lanes of a GPU active. */
final class Uniform {
  private Uniform() {}

  /** Returns a line for each function, in the order of the image. */
  static List<String> of(ProfileImage image) {
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < image.size(); row++) {
      int start = image.functions().counterStart(row);
      long[] twins = new long[image.functions().counterCount(row)];
      for (int i = 0; i < twins.length; i++) {
        twins[i] = image.counts().uniformCounter(start + i);
      }
      byte[] bits = image.counts().uniformity(row).orElse(new byte[0]);
      lines.add(
          "%s: %s, bits %s"
              .formatted(
                  image.functions().name(row), Arrays.toString(twins), Arrays.toString(bits)));
    }
    return lines;
  }
}
