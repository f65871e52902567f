package dev.profdata.internal.losses;

import dev.profdata.format.ProfileFamily;
import dev.profdata.format.ProfileFeature;
import dev.profdata.format.ProfileFormat;
import dev.profdata.format.ReleaseRule;
import dev.profdata.internal.bytes.ValueDataBlock;
import dev.profdata.io.Finding;
import dev.profdata.io.FindingKind;
import dev.profdata.io.LossyConversionException;
import dev.profdata.io.WriteOptions;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileVariant;
import dev.profdata.model.ValueData;
import dev.profdata.model.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Compares what an image holds with what a format can hold. Confined to one thread. */
public final class Losses {
  private final ProfileFormat target;
  private final WriteOptions options;
  private final List<Finding> found = new ArrayList<>();

  /** Starts to collect losses towards a target. */
  public Losses(ProfileFormat target, WriteOptions options) {
    this.target = target;
    this.options = options;
  }

  /** Returns all losses so far. */
  public List<Finding> found() {
    return List.copyOf(found);
  }

  /** Notes a loss. */
  public void add(FindingKind kind, String detail) {
    found.add(Finding.of(kind, target.toString(), detail));
  }

  /**
   * Notes what the target cannot hold of an image.
   *
   * @throws LossyConversionException if some of it may not be lost
   */
  public void check(ProfileImage image) throws LossyConversionException {
    checkCounts(image);
    checkValues(image);
    checkFlags(image.variant());
    checkNames(image.functions());
    checkBinaryIds(image.binaryIds().size());
    enforce();
  }

  /**
   * Notes what is lost of images besides their functions when the target holds their sum: variant
   * flags and binary ids.
   */
  public void noteFlagsAndIds(List<ProfileImage> images) {
    int ids = 0;
    for (ProfileImage image : images) {
      checkFlags(image.variant());
      ids += image.binaryIds().size();
    }
    checkBinaryIds(ids);
    int kept = images.isEmpty() ? 0 : images.get(images.size() - 1).binaryIds().size();
    boolean keepsLast =
        target.supports(ProfileFeature.BINARY_IDS)
            && !target.release().follows(ReleaseRule.ALL_BINARY_IDS);
    if (keepsLast && kept < ids) {
      add(
          FindingKind.BINARY_IDS,
          "%d binary ids, which %s does not keep".formatted(ids - kept, target.release()));
    }
  }

  private void checkBinaryIds(int ids) {
    if (ids > 0) {
      unless(ProfileFeature.BINARY_IDS, FindingKind.BINARY_IDS, ids + " binary ids");
    }
  }

  /** Throws if a loss so far may not be lost. */
  public void enforce() throws LossyConversionException {
    if (!refused().isEmpty()) {
      throw new LossyConversionException(target.toString(), refused());
    }
  }

  /** Returns those losses so far that may not be lost. */
  public List<Finding> refused() {
    return found.stream().filter(loss -> !options.allowedLosses().contains(loss.kind())).toList();
  }

  private void unless(ProfileFeature feature, FindingKind kind, String detail) {
    if (!target.supports(feature)) {
      add(kind, detail);
    }
  }

  private void checkCounts(ProfileImage image) {
    long bitmapBytes = image.functions().totalBitmapBytes();
    if (bitmapBytes > 0) {
      unless(ProfileFeature.BITMAPS, FindingKind.BITMAPS, bitmapBytes + " bitmap bytes");
    }
    if (image.counts().hasUniformCounters() || image.counts().hasUniformity()) {
      unless(
          ProfileFeature.UNIFORM_COUNTERS,
          FindingKind.UNIFORM_COUNTERS,
          "uniform counters of GPU functions");
    }
  }

  private void checkValues(ProfileImage image) {
    checkKind(
        image,
        ValueKind.INDIRECT_CALL_TARGET,
        ProfileFeature.VALUE_DATA,
        FindingKind.VALUE_DATA,
        "call targets");
    checkKind(
        image,
        ValueKind.MEMOP_SIZE,
        ProfileFeature.MEMOP_SIZES,
        FindingKind.MEMOP_SIZES,
        "memory sizes");
    checkKind(
        image,
        ValueKind.VTABLE_TARGET,
        ProfileFeature.VTABLES,
        FindingKind.VTABLES,
        "virtual tables");
    if (target.family() != ProfileFamily.TEXT) {
      checkSiteSizes(image.counts().values());
    }
  }

  private void checkSiteSizes(ValueData values) {
    long beyond = 0;
    for (int site = 0; site < values.sites(); site++) {
      beyond += Math.max(0, values.end(site) - values.start(site) - ValueDataBlock.MAX_VALUES);
    }
    if (beyond > 0) {
      add(FindingKind.VALUES_BEYOND_LIMIT, beyond + " values beyond 255 at a site");
    }
  }

  private void checkKind(
      ProfileImage image,
      ValueKind kind,
      ProfileFeature feature,
      FindingKind loss,
      String description) {
    if (image.functions().totalSites() == 0) {
      return;
    }
    long sites = 0;
    for (int row = 0; row < image.size(); row++) {
      sites += image.functions().siteCount(row, kind);
    }
    if (sites > 0) {
      unless(feature, loss, "%d value sites of %s".formatted(sites, description));
    }
  }

  private void checkFlags(ProfileVariant variant) {
    checkFlag(variant, ProfileVariant.IR_LEVEL, ProfileFeature.IR_LEVEL);
    checkFlag(variant, ProfileVariant.CONTEXT_SENSITIVE, ProfileFeature.CONTEXT_SENSITIVE);
    checkFlag(variant, ProfileVariant.ENTRY_FIRST, ProfileFeature.ENTRY_FIRST);
    checkFlag(variant, ProfileVariant.LOOP_ENTRIES, ProfileFeature.LOOP_ENTRIES);
    checkFlag(variant, ProfileVariant.FUNCTION_ENTRY_ONLY, ProfileFeature.FUNCTION_ENTRY_ONLY);
    if (variant.has(ProfileVariant.BYTE_COVERAGE)) {
      unless(
          ProfileFeature.BYTE_COVERAGE,
          FindingKind.BYTE_COVERAGE,
          "that counters only tell covered (1) or not (0)");
    }
    if (variant.has(ProfileVariant.TEMPORAL)) {
      unless(ProfileFeature.TEMPORAL_TRACES, FindingKind.TEMPORAL_TRACES, "temporal traces");
    }
    if (variant.has(ProfileVariant.MEMPROF)) {
      unless(ProfileFeature.MEMPROF, FindingKind.MEMPROF, "memory-profile records");
    }
  }

  private void checkFlag(ProfileVariant variant, long flag, ProfileFeature feature) {
    if (variant.has(flag)) {
      unless(
          feature,
          FindingKind.VARIANT_FLAGS,
          "the variant flag '%s'".formatted(feature.name().toLowerCase(Locale.ROOT)));
    }
  }

  private void checkNames(FunctionTable table) {
    int unnamed = 0;
    for (int row = 0; row < table.size(); row++) {
      unnamed += table.hasName(row) ? 0 : 1;
    }
    if (unnamed > 0) {
      unless(
          ProfileFeature.UNNAMED_FUNCTIONS,
          FindingKind.UNNAMED_FUNCTIONS,
          unnamed + " functions of which only the hash of the name is known");
    }
  }

  /** Returns the flags of a variant that the target knows. */
  public ProfileVariant knownFlags(ProfileVariant variant) {
    ProfileVariant kept = variant.without(ProfileVariant.DEBUG_CORRELATION);
    kept = keep(kept, ProfileVariant.IR_LEVEL, ProfileFeature.IR_LEVEL);
    kept = keep(kept, ProfileVariant.CONTEXT_SENSITIVE, ProfileFeature.CONTEXT_SENSITIVE);
    kept = keep(kept, ProfileVariant.ENTRY_FIRST, ProfileFeature.ENTRY_FIRST);
    kept = keep(kept, ProfileVariant.LOOP_ENTRIES, ProfileFeature.LOOP_ENTRIES);
    kept = keep(kept, ProfileVariant.FUNCTION_ENTRY_ONLY, ProfileFeature.FUNCTION_ENTRY_ONLY);
    kept = keep(kept, ProfileVariant.BYTE_COVERAGE, ProfileFeature.BYTE_COVERAGE);
    kept = keep(kept, ProfileVariant.TEMPORAL, ProfileFeature.TEMPORAL_TRACES);
    return keep(kept, ProfileVariant.MEMPROF, ProfileFeature.MEMPROF);
  }

  private ProfileVariant keep(ProfileVariant variant, long flag, ProfileFeature feature) {
    return target.supports(feature) ? variant : variant.without(flag);
  }
}
