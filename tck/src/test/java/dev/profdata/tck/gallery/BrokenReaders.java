package dev.profdata.tck.gallery;

import dev.profdata.io.ForwardingVisitor;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.io.ReadOptions;
import dev.profdata.model.FunctionRecord;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileName;
import dev.profdata.model.ProfileVariant;
import dev.profdata.model.TraceSet;
import dev.profdata.model.ValueKind;
import dev.profdata.spi.ProfileFormatProvider;
import dev.profdata.tck.ReaderContract;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Readers that lose or change something. */
final class BrokenReaders {
  private BrokenReaders() {}

  @Breaks("READ-1")
  static class AFunctionIsLost implements ReaderContract {
    @Override
    public ProfileFormatProvider provider() {
      return Broken.image(image -> image.keeping(row -> row == 0 || row != image.size() - 1));
    }
  }

  @Breaks("READ-2")
  static class OneCounterIsOff implements ReaderContract {
    @Override
    public ProfileFormatProvider provider() {
      return Broken.image(Images::firstCounterOff);
    }
  }

  /** Counters are read in the other byte order. */
  @Breaks("READ-2")
  static class CountersAreTurnedRound implements ReaderContract {
    @Override
    public ProfileFormatProvider provider() {
      return Broken.image(image -> Images.counters(image, Long::reverseBytes));
    }
  }

  @Breaks("READ-2")
  static class CountersAreSigned implements ReaderContract {
    @Override
    public ProfileFormatProvider provider() {
      return Broken.image(image -> Images.counters(image, counter -> Math.max(0, counter)));
    }
  }

  @Breaks("READ-3")
  static class CallTargetsAreNotResolved implements ReaderContract {
    @Override
    public ProfileFormatProvider provider() {
      return Broken.image(
          image -> Images.values(image, ValueKind.INDIRECT_CALL_TARGET, 255, target -> 0));
    }
  }

  @Breaks("READ-4")
  static class MemorySizesHaveSixteenBits implements ReaderContract {
    @Override
    public ProfileFormatProvider provider() {
      return Broken.image(
          image -> Images.values(image, ValueKind.MEMOP_SIZE, 255, size -> size & 0xFFFF));
    }
  }

  @Breaks("READ-4")
  static class ASiteHasTooFewValues implements ReaderContract {
    @Override
    public ProfileFormatProvider provider() {
      return Broken.image(image -> Images.values(image, ValueKind.MEMOP_SIZE, 254, size -> size));
    }
  }

  @Breaks("READ-5")
  static class VirtualTablesAreNotResolved implements ReaderContract {
    @Override
    public ProfileFormatProvider provider() {
      return Broken.image(image -> Images.values(image, ValueKind.VTABLE_TARGET, 255, table -> 7));
    }
  }

  @Breaks("READ-6")
  static class BitmapsAreEmpty implements ReaderContract {
    @Override
    public ProfileFormatProvider provider() {
      return Broken.image(
          image ->
              Images.counts(
                  image,
                  image.counts().toBuilder().bitmap(new byte[image.counts().bitmapBytes()])));
    }
  }

  @Breaks("READ-7")
  static class AnIdIsDropped implements ReaderContract {
    @Override
    public ProfileFormatProvider provider() {
      return Broken.image(
          image ->
              image.toBuilder()
                  .binaryIds(image.binaryIds().stream().filter(id -> id.length() > 1).toList())
                  .build());
    }
  }

  @Breaks("READ-8")
  static class AFlagIsLost implements ReaderContract {
    @Override
    public ProfileFormatProvider provider() {
      return Broken.image(
          image -> Images.variant(image, image.variant().without(ProfileVariant.ENTRY_FIRST)));
    }
  }

  @Breaks("READ-9")
  static class ATraceIsDropped implements ReaderContract {
    @Override
    public ProfileFormatProvider provider() {
      return Broken.visits(
          visitor ->
              new ForwardingVisitor(visitor) {
                @Override
                public void visitTraces(TraceSet traces) throws IOException {
                  super.visitTraces(new TraceSet(List.of(), traces.streamSize()));
                }
              });
    }
  }

  @Breaks("READ-10")
  static class UniformCountersAreEmpty implements ReaderContract {
    @Override
    public ProfileFormatProvider provider() {
      return Broken.image(
          image ->
              Images.counts(
                  image,
                  image.counts().toBuilder().uniformCounters(new long[image.counts().counters()])));
    }
  }

  @Breaks("READ-11")
  static class AFunctionWithoutNameIsDropped implements ReaderContract {
    @Override
    public ProfileFormatProvider provider() {
      return Broken.image(image -> image.keeping(image.functions()::hasName));
    }
  }

  @Breaks("READ-12")
  static class ImagesComeInAnotherOrder implements ReaderContract {
    @Override
    public ProfileFormatProvider provider() {
      return Broken.visits(BackwardImages::new);
    }
  }

  private static final class BackwardImages extends ForwardingVisitor {
    private final ProfileVisitor next;
    private final List<ProfileImage> images = new ArrayList<>();

    BackwardImages(ProfileVisitor next) {
      super(next);
      this.next = next;
    }

    @Override
    public void visitImage(ProfileImage image) {
      images.add(0, image);
    }

    private void flush() throws IOException {
      for (ProfileImage image : images) {
        next.visitImage(image);
      }
      images.clear();
    }

    @Override
    public void visitTraces(TraceSet traces) throws IOException {
      flush();
      super.visitTraces(traces);
    }

    @Override
    public void visitEnd() throws IOException {
      flush();
      super.visitEnd();
    }
  }

  @Breaks("READ-13")
  static class TheOrderChangesFromReadToRead implements ReaderContract {
    @Override
    public ProfileFormatProvider provider() {
      return Broken.reader(ChangingReader::new);
    }
  }

  private static final class ChangingReader extends Broken.OtherReader {
    private boolean again;

    ChangingReader(ProfileReader reader) {
      super(reader);
    }

    @Override
    public void accept(ProfileVisitor visitor) throws IOException {
      super.accept(again ? new Broken.OtherImages(visitor, Images::reversed) : visitor);
      again = true;
    }
  }

  @Breaks("READ-14")
  static class TheEndComesTwice implements ReaderContract {
    @Override
    public ProfileFormatProvider provider() {
      return Broken.visits(
          visitor ->
              new ForwardingVisitor(visitor) {
                @Override
                public void visitEnd() throws IOException {
                  super.visitEnd();
                  super.visitEnd();
                }
              });
    }
  }

  @Breaks("READ-15")
  static class LookingUpFindsTheFirstOnly implements ReaderContract {
    @Override
    public ProfileFormatProvider provider() {
      return Broken.reader(
          reader ->
              new Broken.OtherReader(reader) {
                @Override
                public List<FunctionRecord> lookup(ProfileName name) throws IOException {
                  List<FunctionRecord> found = super.lookup(name);
                  return found.isEmpty() ? found : Collections.nCopies(1, found.get(0));
                }
              });
    }
  }

  @Breaks("READ-16")
  static class ExceptionsOfVisitorsAreWrapped implements ReaderContract {
    @Override
    public ProfileFormatProvider provider() {
      return Broken.reader(
          reader ->
              new Broken.OtherReader(reader) {
                @Override
                public void accept(ProfileVisitor visitor) throws IOException {
                  try {
                    super.accept(visitor);
                  } catch (IOException e) {
                    throw new IOException("reading failed", e);
                  }
                }
              });
    }
  }

  @Breaks("READ-17")
  static class DirectBuffersAreReadOtherwise implements ReaderContract {
    @Override
    public ProfileFormatProvider provider() {
      return new ToyProvider() {
        @Override
        public ProfileReader open(ProfileInput input, ReadOptions options) throws IOException {
          ProfileReader reader = super.open(input, options);
          if (!input.slice(0, 1).isDirect()) {
            return reader;
          }
          return new Broken.OtherReader(reader) {
            @Override
            public void accept(ProfileVisitor visitor) throws IOException {
              super.accept(new Broken.OtherImages(visitor, Images::firstCounterOff));
            }
          };
        }
      };
    }
  }

  @Breaks("READ-18")
  static class WithoutOriginIdsAreForgotten implements ReaderContract {
    @Override
    public ProfileFormatProvider provider() {
      return new ToyProvider() {
        @Override
        public ProfileReader open(ProfileInput input, ReadOptions options) throws IOException {
          ProfileReader reader = super.open(input, options);
          return options.keepsOrigin() ? reader : new WithoutIds(reader);
        }
      };
    }
  }

  private static final class WithoutIds extends Broken.OtherReader {
    WithoutIds(ProfileReader reader) {
      super(reader);
    }

    @Override
    public void accept(ProfileVisitor visitor) throws IOException {
      super.accept(
          new Broken.OtherImages(visitor, image -> image.toBuilder().binaryIds(List.of()).build()));
    }
  }

  @Breaks("READ-19")
  static class AReaderKnowsItsFlagsTooLate implements ReaderContract {
    @Override
    public ProfileFormatProvider provider() {
      return Broken.reader(
          reader ->
              new Broken.OtherReader(reader) {
                @Override
                public ProfileVariant variant() {
                  return ProfileVariant.NONE;
                }
              });
    }
  }

  /** A feature is declared that is not held. */
  @Breaks("READ-6")
  static class MoreIsDeclaredThanHeld implements ReaderContract {
    @Override
    public ProfileFormatProvider provider() {
      return Broken.written(
          image -> {
            ProfileImage plain = TinyImage.of(image);
            return ProfileImage.builder(
                    image.format(),
                    image.functions().totalBitmapBytes() > 0
                        ? plain.functions()
                        : image.functions(),
                    image.counts())
                .variant(image.variant())
                .vtables(image.vtableNames(), image.vtables())
                .build();
          });
    }
  }
}
