package dev.profdata.tck.gallery;

import dev.profdata.format.ProfileFormat;
import dev.profdata.io.Finding;
import dev.profdata.io.ProfileWriter;
import dev.profdata.io.WriteOptions;
import dev.profdata.model.ProfileImage;
import dev.profdata.tck.ConversionContract;
import java.io.OutputStream;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Providers that spoil conversions; each is made by the service loader. */
public final class BrokenConversions {
  private BrokenConversions() {}

  /** A provider whose writers write other images. */
  abstract static class OtherToy extends ToyProvider {
    abstract UnaryOperator<ProfileImage> change(ProfileFormat target);

    @Override
    public ProfileWriter newWriter(ProfileFormat format, OutputStream out, WriteOptions options) {
      return new Broken.OtherWriter(super.newWriter(format, out, options), change(format));
    }
  }

  @Breaks("CONVERT-1")
  static class LossesAreNotReported implements ConversionContract {}

  /** Loses in silence what the tiny toy format cannot hold. */
  public static class LossesAreNotReportedProvider extends ToyProvider {
    @Override
    public ProfileWriter newWriter(ProfileFormat format, OutputStream out, WriteOptions options) {
      ProfileWriter writer = super.newWriter(format, out, options.allowingAllLosses());
      return new Broken.OtherWriter(writer, image -> image) {
        @Override
        public List<Finding> losses() {
          return List.of();
        }
      };
    }
  }

  @Breaks("CONVERT-2")
  static class LossesAreAlwaysAllowed implements ConversionContract {}

  /** Never refuses. */
  public static class LossesAreAlwaysAllowedProvider extends ToyProvider {
    @Override
    public ProfileWriter newWriter(ProfileFormat format, OutputStream out, WriteOptions options) {
      return super.newWriter(format, out, options.allowingAllLosses());
    }
  }

  @Breaks("CONVERT-3")
  static class TheWayBackIsAnother implements ConversionContract {}

  /** Counts one more on the way from the tiny toy format to the full one. */
  public static class TheWayBackIsAnotherProvider extends OtherToy {
    @Override
    UnaryOperator<ProfileImage> change(ProfileFormat target) {
      return image ->
          target.sameVersion(ToyFormats.FULL) && image.format().sameVersion(ToyFormats.TINY)
              ? Images.counters(image, counter -> counter ^ 1)
              : image;
    }
  }

  @Breaks("CONVERT-4")
  static class TheOrderIsLeftToChance implements ConversionContract {}

  /** Turns the order of functions round now and then. */
  public static class TheOrderIsLeftToChanceProvider extends OtherToy {
    @Override
    UnaryOperator<ProfileImage> change(ProfileFormat target) {
      Random chance = new Random();
      return image -> chance.nextBoolean() ? image : Images.reversed(image);
    }
  }

  @Breaks("CONVERT-5")
  static class LargeCountersAreClampedInSilence implements ConversionContract {}

  /** Knows counters of 24 bits, as the samples by hand do. */
  public static class LargeCountersAreClampedInSilenceProvider extends OtherToy {
    private static final long LARGEST = 1L << 24;

    @Override
    UnaryOperator<ProfileImage> change(ProfileFormat target) {
      return image ->
          target.sameVersion(image.format())
              ? image
              : Images.counters(image, counter -> Math.min(counter, LARGEST));
    }
  }

  @Breaks("CONVERT-6")
  static class TheSameFormatIsNotTheSame implements ConversionContract {}

  /** Changes a counter unless the format changes. */
  public static class TheSameFormatIsNotTheSameProvider extends OtherToy {
    @Override
    UnaryOperator<ProfileImage> change(ProfileFormat target) {
      return image ->
          target.sameVersion(image.format())
              ? Images.counters(image, counter -> counter ^ 1)
              : image;
    }
  }
}
