package dev.profdata.tck.gallery;

import dev.profdata.format.ProfileFormat;
import dev.profdata.io.Finding;
import dev.profdata.io.FindingKind;
import dev.profdata.io.LossyConversionException;
import dev.profdata.io.ProfileWriter;
import dev.profdata.io.WriteOptions;
import dev.profdata.model.ValueKind;
import dev.profdata.spi.ProfileFormatProvider;
import dev.profdata.tck.WriterContract;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Writers that lose, change or hide something. */
final class BrokenWriters {
  private BrokenWriters() {}

  /** Some writers format numbers, or lower the case of names, by the locale. */
  @Breaks("WRITE-1")
  static class TheLocaleMatters implements WriterContract {
    @Override
    public ProfileFormatProvider provider() {
      return Broken.written(
          image ->
              Locale.getDefault().getLanguage().equals("ar")
                  ? Images.counters(image, counter -> counter + 1)
                  : image);
    }
  }

  @Breaks("WRITE-1")
  static class TheOrderIsLeftToChance implements WriterContract {
    private final Random chance = new Random(1);

    @Override
    public ProfileFormatProvider provider() {
      return Broken.written(image -> chance.nextBoolean() ? image : Images.reversed(image));
    }
  }

  @Breaks("WRITE-2")
  static class OneVersionStandsForAll implements WriterContract {
    @Override
    public ProfileFormatProvider provider() {
      return new ToyProvider() {
        @Override
        public ProfileWriter newWriter(
            ProfileFormat format, OutputStream out, WriteOptions options) {
          ProfileWriter checking =
              super.newWriter(format, OutputStream.nullOutputStream(), options);
          ProfileWriter full = super.newWriter(ToyFormats.FULL, out, options);
          boolean tiny = format.sameVersion(ToyFormats.TINY);
          return new Broken.OtherWriter(full, image -> tiny ? TinyImage.of(image) : image) {
            @Override
            public void visitImage(dev.profdata.model.ProfileImage image) throws IOException {
              checking.visitImage(image);
              super.visitImage(image);
            }

            @Override
            public void visitTraces(dev.profdata.model.TraceSet traces) throws IOException {
              if (!tiny) {
                super.visitTraces(traces);
              }
            }

            @Override
            public List<Finding> losses() {
              return checking.losses();
            }
          };
        }
      };
    }
  }

  @Breaks("WRITE-3")
  static class LossesAreAlwaysAllowed implements WriterContract {
    @Override
    public ProfileFormatProvider provider() {
      return new ToyProvider() {
        @Override
        public ProfileWriter newWriter(
            ProfileFormat format, OutputStream out, WriteOptions options) {
          return super.newWriter(format, out, options.allowingAllLosses());
        }
      };
    }
  }

  @Breaks("WRITE-4")
  static class LossesAreNotReported implements WriterContract {
    @Override
    public ProfileFormatProvider provider() {
      return Broken.writer(
          writer ->
              new Broken.OtherWriter(writer, image -> image) {
                @Override
                public List<Finding> losses() {
                  return List.of();
                }
              });
    }
  }

  @Breaks("WRITE-5")
  static class AllLossesMustBeAllowedForOne implements WriterContract {
    @Override
    public ProfileFormatProvider provider() {
      return new ToyProvider() {
        @Override
        public ProfileWriter newWriter(
            ProfileFormat format, OutputStream out, WriteOptions options) {
          boolean all = options.allowedLosses().containsAll(EnumSet.allOf(FindingKind.class));
          WriteOptions strict = all ? options : options.allowing(EnumSet.noneOf(FindingKind.class));
          return super.newWriter(format, out, strict);
        }
      };
    }
  }

  @Breaks("WRITE-6")
  static class ALossIsReportedToBeSafe implements WriterContract {
    @Override
    public ProfileFormatProvider provider() {
      return Broken.writer(
          writer ->
              new Broken.OtherWriter(writer, image -> image) {
                @Override
                public List<Finding> losses() {
                  List<Finding> more = new ArrayList<>(super.losses());
                  more.add(Finding.of(FindingKind.VALUE_DATA, "toy", "perhaps"));
                  return more;
                }
              });
    }
  }

  @Breaks("WRITE-7")
  static class TheStreamIsClosed implements WriterContract {
    @Override
    public ProfileFormatProvider provider() {
      return new ToyProvider() {
        @Override
        public ProfileWriter newWriter(
            ProfileFormat format, OutputStream out, WriteOptions options) {
          return new Broken.OtherWriter(super.newWriter(format, out, options), image -> image) {
            @Override
            public void visitEnd() throws IOException {
              super.visitEnd();
              out.close();
            }
          };
        }
      };
    }
  }

  @Breaks("WRITE-7")
  static class ErrorsOfTheStreamAreTakenForLosses implements WriterContract {
    @Override
    public ProfileFormatProvider provider() {
      return Broken.writer(
          writer ->
              new Broken.OtherWriter(writer, image -> image) {
                @Override
                public void visitEnd() throws IOException {
                  try {
                    super.visitEnd();
                  } catch (IOException e) {
                    throw new LossyConversionException("toy", losses());
                  }
                }
              });
    }
  }

  @Breaks("WRITE-8")
  static class EveryWriteTurnsTheOrderRound implements WriterContract {
    @Override
    public ProfileFormatProvider provider() {
      return Broken.written(Images::reversed);
    }
  }

  @Breaks("WRITE-9")
  static class ManyValuesAreCutInSilence implements WriterContract {
    @Override
    public ProfileFormatProvider provider() {
      return Broken.written(
          image -> Images.values(image, ValueKind.MEMOP_SIZE, 255, value -> value));
    }
  }

  @Breaks("WRITE-10")
  static class CountersAreClampedInSilence implements WriterContract {
    @Override
    public ProfileFormatProvider provider() {
      return Broken.written(
          image -> Images.counters(image, count -> count < 0 ? Long.MAX_VALUE : count));
    }
  }
}
