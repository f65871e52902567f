package dev.profdata.benchmarks;

import dev.profdata.Profiles;
import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.WriteOptions;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.ProfileImage;
import dev.profdata.tck.gen.ProfileGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Profiles made by the seeded generator, as bytes in one format. */
@State(Scope.Benchmark)
public class Fleet {
  /** A release that takes counters of any size from raw profiles. */
  static final LlvmRelease RELEASE = LlvmRelease.of(16);

  private static final int BUILDS = 8;
  private static final long FIRST_SEED = 1;

  /** The number of distinct names of a build. */
  @Param({"1000", "30000"})
  public int names;

  /** The format of the files, as the command line spells it. */
  @Param({"raw:8", "indexed:9", "text:16"})
  public String format = "";

  private final List<byte[]> builds = new ArrayList<>();
  private final List<ProfileImage> images = new ArrayList<>();

  /** Makes a file of each build. */
  @Setup
  public void makeFiles() throws IOException {
    ProfileFormat target = ProfileFormat.parse(format);
    for (int build = 0; build < BUILDS; build++) {
      ProfileImage image = new ProfileGenerator(FIRST_SEED + build, names, RELEASE).next();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      Profiles.write(
          InstrProfile.of(image), bytes, target, WriteOptions.DEFAULT.allowingAllLosses());
      builds.add(bytes.toByteArray());
      images.add(image);
    }
  }

  int builds() {
    return BUILDS;
  }

  /** Returns the file of a build. */
  ProfileSource file(int build) {
    return ProfileSource.of("build " + build, builds.get(build));
  }

  /** Returns what the file of a build was made of. */
  ProfileImage image(int build) {
    return images.get(build);
  }

  /** Returns the size of the file of a build in bytes. */
  long bytes(int build) {
    return builds.get(build).length;
  }

  /** Returns the number of function records of a build. */
  long functions(int build) {
    return images.get(build).size();
  }
}
