package dev.profdata.tck.gallery;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.Finding;
import dev.profdata.io.FindingKind;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.model.BinaryId;
import dev.profdata.model.ProfileVariant;
import dev.profdata.model.TemporalTrace;
import dev.profdata.spi.MergeEngine;
import dev.profdata.spi.MergeEngineProvider;
import dev.profdata.tck.MergerContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Merge engines that add up wrongly. */
final class BrokenEngines {
  private BrokenEngines() {}

  /** The contract, with two targets, the newest of which has every feature. */
  interface TwoTargets extends MergerContract {
    @Override
    default List<ProfileFormat> formats() {
      return List.of(
          ProfileFormat.indexedFor(LlvmRelease.oldestTarget()),
          ProfileFormat.indexedFor(LlvmRelease.newest()));
    }
  }

  static MergeEngineProvider engine(Function<ProfileFormat, MergeEngine> engine) {
    return settings -> engine.apply(ProfileFormat.textFor(settings.release()));
  }

  private static MergeEngineProvider adding(ToyArithmetic arithmetic) {
    return engine(format -> new ToyEngine(format, arithmetic));
  }

  @Breaks("MERGE-1")
  static class CountersWrapRound implements TwoTargets {
    @Override
    public MergeEngineProvider engines() {
      return adding(
          new ToyArithmetic() {
            @Override
            long addCounter(long sum, long count, long weight) {
              return sum + count * weight;
            }
          });
    }
  }

  @Breaks("MERGE-2")
  static class TheLastRunCountsMore implements TwoTargets {
    @Override
    public MergeEngineProvider engines() {
      return adding(
          new ToyArithmetic() {
            @Override
            long addCounter(long sum, long count, long weight) {
              return super.addCounter(sum >>> 1, count, weight);
            }
          });
    }
  }

  @Breaks("MERGE-3")
  static class CountersAreAveraged implements TwoTargets {
    @Override
    public MergeEngineProvider engines() {
      return adding(
          new ToyArithmetic() {
            @Override
            long addCounter(long sum, long count, long weight) {
              return (sum >>> 1) + (count >>> 1) * weight;
            }
          });
    }
  }

  @Breaks("MERGE-4")
  static class AnEmptyProfileStartsAfresh implements TwoTargets {
    @Override
    public MergeEngineProvider engines() {
      return engine(
          format ->
              new ToyEngine(format, new ToyArithmetic()) {
                @Override
                void nothingAdded(Map<String, ToyRecord> sum) {
                  sum.clear();
                }
              });
    }
  }

  @Breaks("MERGE-5")
  static class WeightsAreIgnored implements TwoTargets {
    @Override
    public MergeEngineProvider engines() {
      return adding(
          new ToyArithmetic() {
            @Override
            long addCounter(long sum, long count, long weight) {
              return super.addCounter(sum, count, 1);
            }
          });
    }
  }

  @Breaks("MERGE-6")
  static class OneIdIsEnough implements TwoTargets {
    @Override
    public MergeEngineProvider engines() {
      return engine(
          format ->
              new ToyEngine(format, new ToyArithmetic()) {
                @Override
                void addIds(Set<BinaryId> sum, List<BinaryId> more) {
                  super.addIds(sum, more);
                  sum.removeIf(id -> sum.size() > 1);
                }
              });
    }
  }

  @Breaks("MERGE-7")
  static class BitsOfTheLastRunStay implements TwoTargets {
    @Override
    public MergeEngineProvider engines() {
      return adding(
          new ToyArithmetic() {
            @Override
            byte addBits(byte sum, byte bits) {
              return bits;
            }
          });
    }
  }

  @Breaks("MERGE-8")
  static class ValuesAreNotAddedUp implements TwoTargets {
    @Override
    public MergeEngineProvider engines() {
      return adding(
          new ToyArithmetic() {
            @Override
            long addValue(long sum, long count) {
              return Long.compareUnsigned(sum, count) > 0 ? sum : count;
            }
          });
    }
  }

  private static MergeEngineProvider silentAbout(FindingKind silenced) {
    return engine(
        format ->
            new ToyEngine(format, new ToyArithmetic()) {
              @Override
              boolean reports(FindingKind kind) {
                return kind != silenced;
              }
            });
  }

  @Breaks("MERGE-9")
  static class AMismatchIsNotReported implements TwoTargets {
    @Override
    public MergeEngineProvider engines() {
      return silentAbout(FindingKind.COUNT_MISMATCH);
    }
  }

  @Breaks("MERGE-10")
  static class CountersAreClampedInSilence implements TwoTargets {
    @Override
    public MergeEngineProvider engines() {
      return silentAbout(FindingKind.COUNTER_OVERFLOW);
    }
  }

  @Breaks("MERGE-11")
  static class OneThreadIsForgotten implements TwoTargets {
    @Override
    public MergeEngineProvider engines() {
      return engine(
          format ->
              new ToyEngine(format, new ToyArithmetic()) {
                @Override
                public void addAll(MergeEngine other, Consumer<Finding> findings) {}
              });
    }
  }

  @Breaks("MERGE-12")
  static class TheOrderIsUnstable implements TwoTargets {
    @Override
    public MergeEngineProvider engines() {
      return engine(BackAndForth::new);
    }
  }

  private static final class BackAndForth extends ToyEngine {
    private boolean again;

    BackAndForth(ProfileFormat format) {
      super(format, new ToyArithmetic());
    }

    @Override
    public void accept(ProfileVisitor visitor) throws IOException {
      super.accept(again ? new Broken.OtherImages(visitor, Images::reversed) : visitor);
      again = true;
    }
  }

  @Breaks("MERGE-13")
  static class ATraceIsDropped implements TwoTargets {
    @Override
    public MergeEngineProvider engines() {
      return engine(
          format ->
              new ToyEngine(format, new ToyArithmetic()) {
                @Override
                void addTraces(List<TemporalTrace> sum, List<TemporalTrace> more) {
                  sum.clear();
                  sum.addAll(more);
                }
              });
    }
  }

  @Breaks("MERGE-14")
  static class AllKindsGoTogether implements TwoTargets {
    @Override
    public MergeEngineProvider engines() {
      return engine(
          format ->
              new ToyEngine(format, new ToyArithmetic()) {
                @Override
                boolean contradict(ProfileVariant sum, ProfileVariant next) {
                  return false;
                }
              });
    }
  }
}
