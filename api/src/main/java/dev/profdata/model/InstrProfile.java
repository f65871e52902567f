package dev.profdata.model;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A whole instrumentation profile in memory.
 *
 * <p>Immutable; may be shared between threads.
 *
 * @since 0.1
 */
public final class InstrProfile {
  private final ProfileFormat format;
  private final List<ProfileImage> images;
  private final TraceSet traces;

  private InstrProfile(ProfileFormat format, List<ProfileImage> images, TraceSet traces) {
    this.format = format;
    this.images = List.copyOf(images);
    this.traces = traces;
  }

  /** Returns a profile of these images and traces. */
  public static InstrProfile of(ProfileFormat format, List<ProfileImage> images, TraceSet traces) {
    return new InstrProfile(format, images, traces);
  }

  /** Returns a profile of one image without traces. */
  public static InstrProfile of(ProfileImage image) {
    return new InstrProfile(image.format(), List.of(image), TraceSet.EMPTY);
  }

  /** Returns the format that the profile was read from or made for. */
  public ProfileFormat format() {
    return format;
  }

  /** Returns the images in the order of the file. */
  public List<ProfileImage> images() {
    return images;
  }

  /** Returns the temporal traces. */
  public TraceSet traces() {
    return traces;
  }

  /** Returns the variant flags of all images together. */
  public ProfileVariant variant() {
    return images.stream()
        .map(ProfileImage::variant)
        .reduce(ProfileVariant.NONE, ProfileVariant::union);
  }

  /** Returns the ids of all binaries, sorted, each once. */
  public List<BinaryId> binaryIds() {
    return images.stream()
        .flatMap(image -> image.binaryIds().stream())
        .sorted()
        .distinct()
        .toList();
  }

  /** Returns all functions of all images, in the order of the file. */
  public Stream<FunctionRecord> functions() {
    return images.stream().flatMap(image -> image.records().stream());
  }

  /** Returns the number of function records. */
  public long functionCount() {
    return images.stream().mapToLong(ProfileImage::size).sum();
  }

  /** Returns the first record of a name, empty if there is none. */
  public Optional<FunctionRecord> function(String name) {
    return functions(ProfileName.of(name)).stream().findFirst();
  }

  /** Returns the record of a name and a structural hash, empty if there is none. */
  public Optional<FunctionRecord> function(String name, long structuralHash) {
    return functions(ProfileName.of(name)).stream()
        .filter(function -> function.structuralHash() == structuralHash)
        .findFirst();
  }

  /** Returns all records of a name: one for each structural hash, in each image. */
  public List<FunctionRecord> functions(ProfileName name) {
    long hash = name.hash();
    List<FunctionRecord> found = new ArrayList<>();
    for (ProfileImage image : images) {
      FunctionTable table = image.functions();
      for (int row = 0; row < table.size(); row++) {
        if (table.nameHash(row) == hash) {
          found.add(image.function(row));
        }
      }
    }
    return found;
  }

  /** Returns the summary of all records, counted as {@code release} does. */
  public ProfileSummary summary(LlvmRelease release) {
    ProfileSummary.Builder summary = ProfileSummary.builder(release);
    for (ProfileImage image : images) {
      for (int row = 0; row < image.size(); row++) {
        summary.add(image, row);
      }
    }
    return summary.build();
  }

  /** Tells what the profile holds, for people. */
  @Override
  public String toString() {
    return "%s profile, %s: %d images, %d functions"
        .formatted(format, variant(), images.size(), functionCount());
  }
}
