package dev.profdata;

import dev.profdata.format.ProfileFamily;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.Finding;
import dev.profdata.io.FindingKind;
import dev.profdata.io.ForwardingVisitor;
import dev.profdata.io.MalformedProfileException;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.io.RecordPolicies;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.ImageCounts;
import dev.profdata.model.ProfileImage;
import java.io.IOException;
import java.util.BitSet;
import java.util.OptionalLong;

/** Settles counters of raw profiles that nobody can have counted, before they come to the sum. */
final class WrappedCounters extends ForwardingVisitor {
  private static final long LARGEST_CREDIBLE = 1L << 56;

  private final RecordPolicies.OnWrapped policy;
  private final String source;

  private WrappedCounters(ProfileVisitor next, RecordPolicies.OnWrapped policy, String source) {
    super(next);
    this.policy = policy;
    this.source = source;
  }

  /** Returns what a raw source is to be visited with. */
  static ProfileVisitor before(ProfileVisitor next, RecordPolicies policies, String source) {
    return policies.onWrapped() == RecordPolicies.OnWrapped.BY_RELEASE
        ? next
        : new WrappedCounters(next, policies.onWrapped(), source);
  }

  @Override
  public void visitImage(ProfileImage image) throws IOException {
    OptionalLong wrapped = image.counts().firstCounterAbove(LARGEST_CREDIBLE);
    boolean credible = image.format().family() != ProfileFamily.RAW || wrapped.isEmpty();
    super.visitImage(credible ? image : settle(image, wrapped.orElseThrow()));
  }

  private ProfileImage settle(ProfileImage image, long counter) throws IOException {
    return switch (policy) {
      case BY_RELEASE -> image;
      case FAIL ->
          throw new MalformedProfileException(
              ErrorKind.COUNTER_VALUE_TOO_LARGE,
              source,
              ErrorKind.COUNTER_VALUE_TOO_LARGE.message() + ": " + Long.toUnsignedString(counter));
      case CLAMP -> clamp(image);
      case DROP -> drop(image);
    };
  }

  private ProfileImage clamp(ProfileImage image) throws IOException {
    BitSet wrapped = wrappedRows(image);
    FunctionTable table = image.functions();
    ImageCounts counts = image.counts();
    long[] counters = new long[counts.counters()];
    counts.copyCounters(0, counters, 0, counters.length);
    for (int i = 0; i < counters.length; i++) {
      if (Long.compareUnsigned(counters[i], LARGEST_CREDIBLE) > 0) {
        counters[i] = counters[i] < 0 ? 0 : LARGEST_CREDIBLE;
      }
    }
    for (int row : wrapped.stream().toArray()) {
      tell(table, row, "counter above 2^56 brought into range");
    }
    return image.withRecords(table, counts.toBuilder().counters(counters).build());
  }

  private ProfileImage drop(ProfileImage image) throws IOException {
    BitSet wrapped = wrappedRows(image);
    for (int row : wrapped.stream().toArray()) {
      tell(image.functions(), row, "counter above 2^56, record left away");
    }
    return image.keeping(row -> !wrapped.get(row));
  }

  private static BitSet wrappedRows(ProfileImage image) {
    BitSet rows = new BitSet();
    for (int row = 0; row < image.size(); row++) {
      rows.set(row, isWrapped(image.functions(), image.counts(), row));
    }
    return rows;
  }

  private static boolean isWrapped(FunctionTable table, ImageCounts counts, int row) {
    int first = table.counterStart(row);
    for (int i = first; i < first + table.counterCount(row); i++) {
      if (Long.compareUnsigned(counts.counter(i), LARGEST_CREDIBLE) > 0) {
        return true;
      }
    }
    return false;
  }

  private void tell(FunctionTable table, int row, String what) throws IOException {
    FindingKind kind =
        policy == RecordPolicies.OnWrapped.DROP
            ? FindingKind.WRAPPED_COUNTER_DROPPED
            : FindingKind.WRAPPED_COUNTER_CLAMPED;
    super.visitFinding(Finding.in(kind, source, table.name(row).toString(), what));
  }
}
