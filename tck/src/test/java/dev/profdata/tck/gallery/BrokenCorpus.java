package dev.profdata.tck.gallery;

import dev.profdata.format.ProfileFormat;
import dev.profdata.model.ImageBuilder;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileName;
import dev.profdata.model.TraceSet;
import dev.profdata.spi.ProfileFormatProvider;
import dev.profdata.tck.CorpusCase;
import dev.profdata.tck.CorpusContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Readers that understand a real file otherwise than its vendor. */
final class BrokenCorpus {
  private static final String TEXT =
      """
      main
      # Func Hash:
      17
      # Num Counters:
      2
      # Counter Values:
      5
      6

      """;

  private BrokenCorpus() {}

  private static CorpusCase file(ProfileFormat format) {
    ProfileImage image =
        new ImageBuilder(format).function(ProfileName.of("main"), 17).counters(5, 6).build();
    try {
      byte[] bytes = ToyOutput.file(format, List.of(image), TraceSet.EMPTY);
      return CorpusCase.of("main of " + format, format, bytes, TEXT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The contract, with a file of each toy format. */
  interface ToyCorpus extends CorpusContract {
    @Override
    default List<CorpusCase> cases() {
      return List.of(file(ToyFormats.FULL), file(ToyFormats.TINY));
    }
  }

  @Breaks("READ-20")
  static class OneCounterIsOff implements ToyCorpus {
    @Override
    public ProfileFormatProvider provider() {
      return Broken.image(Images::firstCounterOff);
    }
  }

  @Breaks("READ-21")
  static class OneVersionIsTakenForAnother implements ToyCorpus {
    @Override
    public ProfileFormatProvider provider() {
      return Broken.reader(
          reader ->
              new Broken.OtherReader(reader) {
                @Override
                public ProfileFormat format() {
                  return ToyFormats.TINY;
                }
              });
    }
  }

  @Breaks("READ-22")
  static class AVersionHasNoFile implements ToyCorpus {
    @Override
    public ProfileFormatProvider provider() {
      return new ToyProvider() {
        @Override
        public List<ProfileFormat> formats() {
          List<ProfileFormat> more = new ArrayList<>(super.formats());
          more.add(ProfileFormat.raw(9).asDialect("untested toy", ToyFormats.FULL.features()));
          return more;
        }
      };
    }
  }

  /** Nothing is broken. */
  static class Right implements ToyCorpus {
    @Override
    public ProfileFormatProvider provider() {
      return new ToyProvider();
    }
  }
}
