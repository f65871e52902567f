package dev.profdata.indexed.merge;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFamily;
import dev.profdata.format.ProfileFormat;
import dev.profdata.format.ReleaseRule;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.Finding;
import dev.profdata.io.FindingKind;
import dev.profdata.io.MalformedProfileException;
import dev.profdata.io.ProfileMismatchException;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.io.RecordPolicies;
import dev.profdata.model.BinaryId;
import dev.profdata.model.MemoryProfile;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileVariant;
import dev.profdata.model.TraceSet;
import dev.profdata.spi.EngineInput;
import dev.profdata.spi.MergeEngine;
import dev.profdata.spi.MergeSettings;
import dev.profdata.spi.PartialSum;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Adds profiles up by the rules of one release. */
public final class SummingEngine implements MergeEngine {
  /** What findings name when sums of threads do not fit one another. */
  private static final String THREAD = "merged profile";

  private static final long LARGEST_CREDIBLE_COUNTER = 1L << 56;

  private final LlvmRelease release;
  private final boolean imitates;
  private final KindMerger kinds;
  private final RecordSums records;
  private final TraceReservoir traces;
  private final TraceLog traceLog = new TraceLog();
  private final boolean combinable;
  private final boolean doubtsWrapped;
  private final VTableNames vtableNames;
  private final TreeSet<BinaryId> binaryIds = new TreeSet<>();
  private @Nullable MemoryProfile memoryProfile;
  private int images;

  /** Starts without inputs. */
  public SummingEngine(MergeSettings settings) {
    this.release = settings.release();
    this.imitates = settings.imitates();
    this.kinds = new KindMerger(release, settings.imitates());
    this.records = new RecordSums(settings);
    this.combinable = settings.combinable();
    this.doubtsWrapped = settings.policies().onWrapped() == RecordPolicies.OnWrapped.BY_RELEASE;
    this.traces = new TraceReservoir(settings);
    this.vtableNames = new VTableNames(release);
  }

  @Override
  public ProfileVisitor input(EngineInput input, Consumer<Finding> findings)
      throws ProfileMismatchException {
    kinds.add(input);
    return new Intake(input, findings);
  }

  @Override
  public void addAll(MergeEngine other, Consumer<Finding> findings)
      throws ProfileMismatchException {
    if (!(other instanceof SummingEngine engine)) {
      throw new IllegalArgumentException("an engine of another provider: " + other.getClass());
    }
    if (release.follows(ReleaseRule.THREAD_KINDS_UNITE)) {
      kinds.add(new EngineInput(THREAD, ProfileFormat.textFor(release), engine.kinds.sum(), 1));
    }
    Set<FindingKind> seen = EnumSet.noneOf(FindingKind.class);
    records.addAll(
        engine.image(),
        release,
        THREAD,
        (kind, incoming) -> {
          if (seen.add(kind)) {
            findings.accept(Finding.of(kind, THREAD, MergeProblem.sentence(kind)));
          }
        });
    binaryIds.addAll(engine.binaryIds);
    vtableNames.add(engine.vtableNames.toTable());
    if (engine.kinds.sum().has(ProfileVariant.TEMPORAL)) {
      traces.add(engine.traces.toTraceSet());
    }
  }

  @Override
  public void add(PartialSum sum, String source, long weight, Consumer<Finding> findings)
      throws ProfileMismatchException {
    if (!(sum instanceof SavedSum saved)) {
      throw new IllegalArgumentException("a sum of another provider: " + sum.getClass());
    }
    refuseOtherRules(saved, source);
    kinds.add(saved.kinds(), source);
    memoryProfile = images == 0 ? saved.memoryProfile().orElse(null) : null;
    images += saved.images();
    records.stopCutting();
    for (SavedRecords layer : saved.records()) {
      records.add(new IncomingSum(layer, source, weight), reporter(findings));
      records.leaveOut(layer.image().functions(), layer.leftOut());
    }
    binaryIds.addAll(saved.binaryIds());
    vtableNames.addInOrder(saved.vtableNames());
    for (TraceLog.Entry entry : saved.traces()) {
      addTraces(entry.weighted(weight));
    }
  }

  private void refuseOtherRules(SavedSum saved, String source) throws ProfileMismatchException {
    if (!saved.release().equals(release) || saved.imitates() != imitates) {
      throw new ProfileMismatchException(
          ErrorKind.PARTIAL_SUM_MISMATCH,
          source,
          "this partial sum was added up by the rules of %s, this merge goes by those of %s"
              .formatted(rules(saved.release(), saved.imitates()), rules(release, imitates)));
    }
  }

  private static String rules(LlvmRelease release, boolean imitates) {
    return imitates ? release + " with its slips (--llvm)" : release.toString();
  }

  @Override
  public void writePartialSum(OutputStream out, byte[] note) throws IOException {
    if (!combinable) {
      throw new IllegalStateException("the settings did not ask for a sum that can be combined");
    }
    SavedSum saved =
        new SavedSum(
            release,
            imitates,
            kinds,
            records.layers().map(SavedRecords::of).toList(),
            List.copyOf(binaryIds),
            vtableNames.toTable(),
            Optional.ofNullable(memoryProfile),
            images,
            traceLog.entries(),
            new SavedSum.Note(note));
    PartialSumWriter.write(saved, out);
  }

  private void addTraces(TraceLog.Entry entry) {
    traces.add(entry.traces());
    if (combinable) {
      traceLog.add(entry);
    }
  }

  private static RecordSums.Reporter reporter(Consumer<Finding> findings) {
    return (kind, incoming) ->
        findings.accept(
            Finding.in(kind, incoming.source(), incoming.function(), MergeProblem.sentence(kind)));
  }

  private ProfileImage image() {
    SumImage sum = SumImage.of(records);
    ProfileImage.Builder image =
        ProfileImage.builder(ProfileFormat.indexedFor(release), sum.toTable(), sum.toCounts())
            .variant(kinds.sum())
            .binaryIds(List.copyOf(binaryIds))
            .vtables(vtableNames.toTable(), List.of());
    if (memoryProfile != null) {
      image.memoryProfile(memoryProfile);
    } else if (imitates && kinds.sum().has(ProfileVariant.MEMPROF)) {
      image.memoryProfile(MemoryProfile.empty(release));
    }
    return image.build();
  }

  @Override
  public void accept(ProfileVisitor visitor) throws IOException {
    String invalid = MergeProblem.invalidProfile(release);
    for (String function : SumImage.of(records).invalidRecords(release)) {
      visitor.visitFinding(Finding.in(FindingKind.INVALID_PROF, THREAD, function, invalid));
    }
    if (imitates && kinds.sum().has(ProfileVariant.MEMPROF)) {
      visitor.visitFinding(
          Finding.of(FindingKind.MEMPROF, THREAD, "memory-profile records, as LLVM's merge does"));
    }
    ProfileImage image = image();
    visitor.visitImage(image);
    if (image.variant().has(ProfileVariant.TEMPORAL)) {
      visitor.visitTraces(traces.toTraceSet());
    }
    visitor.visitEnd();
  }

  /** Takes one input in. */
  private final class Intake implements ProfileVisitor {
    private final EngineInput input;
    private final Consumer<Finding> findings;
    private final boolean doubtsLargeCounters;
    private final boolean inheritsBitmaps;
    private List<BinaryId> ids = new ArrayList<>();
    private long largeCounter;
    private int droppedIds;

    Intake(EngineInput input, Consumer<Finding> findings) {
      this.input = input;
      this.findings = findings;
      this.doubtsLargeCounters =
          doubtsWrapped
              && input.format().family() == ProfileFamily.RAW
              && release.follows(ReleaseRule.LARGE_COUNTER_INVALID);
      this.inheritsBitmaps =
          imitates
              && input.format().family() == ProfileFamily.TEXT
              && release.follows(ReleaseRule.STALE_TEXT_BITMAPS);
    }

    @Override
    public void visitFinding(Finding finding) {
      findings.accept(finding);
    }

    @Override
    public void visitImage(ProfileImage image) throws ProfileMismatchException {
      // Records of a lone profile are carried; LLVM's merge, which nobody can add up, drops them.
      memoryProfile = images == 0 && !imitates ? image.memoryProfile().orElse(null) : null;
      images++;
      if (!release.follows(ReleaseRule.ALL_BINARY_IDS)) {
        droppedIds += ids.size();
        ids = new ArrayList<>();
      }
      ids.addAll(image.binaryIds());
      vtableNames.add(image.vtableNames());
      RowBitmaps bitmaps =
          inheritsBitmaps
              ? RowBitmaps.inherited(image.functions())
              : RowBitmaps.own(image.functions());
      records.add(
          new IncomingRecords(image, bitmaps, input.source(), input.weight()), reporter(findings));
      if (doubtsLargeCounters && largeCounter == 0) {
        largeCounter = image.counts().firstCounterAbove(LARGEST_CREDIBLE_COUNTER).orElse(0);
      }
    }

    @Override
    public void visitTraces(TraceSet set) {
      if (release.follows(ReleaseRule.TEMPORAL_TRACES)) {
        boolean raw = input.format().family() == ProfileFamily.RAW;
        addTraces(new TraceLog.Entry(raw ? weighted(set) : set, raw));
      }
    }

    /** A trace of a raw profile gets the weight of its input, others keep their own. */
    private TraceSet weighted(TraceSet set) {
      if (input.weight() == 1) {
        return set;
      }
      return new TraceSet(
          set.traces().stream().map(trace -> trace.withWeight(input.weight())).toList(),
          set.streamSize());
    }

    @Override
    public void visitEnd() throws IOException {
      if (release.follows(ReleaseRule.BINARY_IDS)) {
        binaryIds.addAll(ids);
      } else {
        droppedIds += ids.size();
      }
      if (droppedIds > 0 && !imitates) {
        findings.accept(
            Finding.of(
                FindingKind.BINARY_IDS,
                input.source(),
                "%d binary ids, which %s does not keep".formatted(droppedIds, release)));
      }
      if (largeCounter != 0) {
        throw new MalformedProfileException(
            ErrorKind.COUNTER_VALUE_TOO_LARGE,
            input.source(),
            ErrorKind.COUNTER_VALUE_TOO_LARGE.message()
                + ": "
                + Long.toUnsignedString(largeCounter));
      }
    }
  }
}
