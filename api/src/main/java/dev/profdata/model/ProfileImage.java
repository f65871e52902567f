package dev.profdata.model;

import dev.profdata.format.ProfileFormat;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * One program or library in a profile: its functions and what was counted in them.
 *
 * <p>A raw file holds one image for each program and shared library that wrote to it; indexed and
 * text files hold one. Immutable.
 *
 * @since 0.1
 */
public final class ProfileImage {
  private final ProfileFormat format;
  private final ProfileVariant variant;
  private final FunctionTable functions;
  private final ImageCounts counts;
  private final List<BinaryId> binaryIds;
  private final NameTable vtableNames;
  private final List<VTable> vtables;
  private final @Nullable ImageOrigin origin;
  private final @Nullable MemoryProfile memoryProfile;

  private ProfileImage(Builder builder) {
    this.format = builder.format;
    this.variant = builder.variant;
    this.functions = builder.functions;
    this.counts = builder.counts;
    this.binaryIds = builder.binaryIds;
    this.vtableNames = builder.vtableNames;
    this.vtables = builder.vtables;
    this.origin = builder.origin;
    this.memoryProfile = builder.memoryProfile;
  }

  /** Returns a builder of an image. */
  public static Builder builder(ProfileFormat format, FunctionTable functions, ImageCounts counts) {
    return new Builder(format, functions, counts);
  }

  /** Returns this image with other functions, one for each row, and without what it came from. */
  public ProfileImage withFunctions(FunctionTable table) {
    return withRecords(table, counts);
  }

  /** Returns this image with other functions and their counts, and without what it came from. */
  public ProfileImage withRecords(FunctionTable table, ImageCounts others) {
    Builder builder =
        new Builder(format, table, others)
            .variant(variant)
            .binaryIds(binaryIds)
            .vtables(vtableNames, vtables);
    builder.memoryProfile = memoryProfile;
    return builder.build();
  }

  /**
   * Returns this image with some of its records only, and without what it came from; itself if all
   * of them stay.
   *
   * @param rows tells which rows stay
   */
  public ProfileImage keeping(IntPredicate rows) {
    return ImageRows.keep(this, rows);
  }

  /** Returns a builder that starts with all of this image. */
  public Builder toBuilder() {
    Builder builder =
        new Builder(format, functions, counts)
            .variant(variant)
            .binaryIds(binaryIds)
            .vtables(vtableNames, vtables);
    builder.origin = origin;
    builder.memoryProfile = memoryProfile;
    return builder;
  }

  /** Returns the format that the image was found in or was made for. */
  public ProfileFormat format() {
    return format;
  }

  /** Returns how the program was instrumented. */
  public ProfileVariant variant() {
    return variant;
  }

  /** Returns the functions in columns. */
  public FunctionTable functions() {
    return functions;
  }

  /** Returns what was counted. */
  public ImageCounts counts() {
    return counts;
  }

  /** Returns the ids of the binary, in the order of the file. */
  public List<BinaryId> binaryIds() {
    return binaryIds;
  }

  /** Returns the names of virtual tables. */
  public NameTable vtableNames() {
    return vtableNames;
  }

  /** Returns the virtual tables, which only raw profiles record. */
  public List<VTable> vtables() {
    return vtables;
  }

  /** Returns what the format of the file kept for writing the image back unchanged. */
  public Optional<ImageOrigin> origin() {
    return Optional.ofNullable(origin);
  }

  /** Returns the memory-profile records beside the functions, which indexed profiles may have. */
  public Optional<MemoryProfile> memoryProfile() {
    return Optional.ofNullable(memoryProfile);
  }

  /** Returns the number of functions. */
  public int size() {
    return functions.size();
  }

  /** Returns a view on one row, {@code 0 <= row < size()}. */
  public FunctionRecord function(int row) {
    return new FunctionRecord(this, Objects.checkIndex(row, size()));
  }

  /** Returns all rows as a list of views, made when asked for. */
  public List<FunctionRecord> records() {
    return new Records();
  }

  /** Returns what it holds, for people. */
  @Override
  public String toString() {
    return "%s image, %s: %s, %s".formatted(format, variant, functions, counts);
  }

  private final class Records extends AbstractList<FunctionRecord> implements RandomAccess {
    @Override
    public FunctionRecord get(int row) {
      return function(row);
    }

    @Override
    public int size() {
      return functions.size();
    }
  }

  /**
   * Collects the parts of an image; what is not given is empty. Setting a part forgets the origin,
   * which would no longer be that of the image. Confined to one thread.
   */
  public static final class Builder {
    private final ProfileFormat format;
    private final FunctionTable functions;
    private final ImageCounts counts;
    private ProfileVariant variant = ProfileVariant.NONE;
    private List<BinaryId> binaryIds = List.of();
    private NameTable vtableNames = NameTable.EMPTY;
    private List<VTable> vtables = List.of();
    private @Nullable ImageOrigin origin;
    private @Nullable MemoryProfile memoryProfile;

    private Builder(ProfileFormat format, FunctionTable functions, ImageCounts counts) {
      this.format = format;
      this.functions = functions;
      this.counts = counts;
    }

    /** Sets how the program was instrumented. */
    public Builder variant(ProfileVariant value) {
      this.variant = value;
      this.origin = null;
      return this;
    }

    /** Sets the ids of the binary. */
    public Builder binaryIds(List<BinaryId> ids) {
      this.binaryIds = List.copyOf(ids);
      this.origin = null;
      return this;
    }

    /** Sets names and places of virtual tables. */
    public Builder vtables(NameTable names, List<VTable> tables) {
      this.vtableNames = names;
      this.vtables = List.copyOf(tables);
      this.origin = null;
      return this;
    }

    /** Sets what is needed to write the image back unchanged. */
    public Builder origin(ImageOrigin value) {
      this.origin = value;
      return this;
    }

    /** Sets the memory-profile records beside the functions. */
    public Builder memoryProfile(MemoryProfile value) {
      this.memoryProfile = value;
      this.origin = null;
      return this;
    }

    /** Forgets memory-profile records, flag and all. */
    public Builder withoutMemoryProfile() {
      this.memoryProfile = null;
      this.variant = variant.without(ProfileVariant.MEMPROF);
      return this;
    }

    /** Returns the image. */
    public ProfileImage build() {
      return new ProfileImage(this);
    }
  }
}
