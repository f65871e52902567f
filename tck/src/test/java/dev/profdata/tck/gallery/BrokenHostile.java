package dev.profdata.tck.gallery;

import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.MalformedProfileException;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.io.ReadOptions;
import dev.profdata.model.ProfileImage;
import dev.profdata.spi.ProfileFormatProvider;
import dev.profdata.tck.HostileInputContract;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/** Readers that obey a damaged file instead of refusing it. */
final class BrokenHostile {
  private static final int HEADER = 20;
  private static final long MOST = 16L << 20;

  private BrokenHostile() {}

  /** What a broken reader does instead of refusing a file. */
  @FunctionalInterface
  interface Refusal {
    /** Throws something else, or returns for the refusal that is right. */
    void instead(ProfileException right, ProfileInput input) throws IOException;
  }

  private static ProfileFormatProvider refusing(Refusal refusal) {
    return new ToyProvider() {
      @Override
      public ProfileReader open(ProfileInput input, ReadOptions options) throws IOException {
        try {
          return new OtherRefusals(super.open(input, options), input, refusal);
        } catch (ProfileException e) {
          refusal.instead(e, input);
          throw e;
        }
      }
    };
  }

  private static final class OtherRefusals extends Broken.OtherReader {
    private final ProfileInput input;
    private final Refusal refusal;

    OtherRefusals(ProfileReader reader, ProfileInput input, Refusal refusal) {
      super(reader);
      this.input = input;
      this.refusal = refusal;
    }

    @Override
    public void accept(ProfileVisitor visitor) throws IOException {
      try {
        super.accept(visitor);
      } catch (ProfileException e) {
        refusal.instead(e, input);
        throw e;
      }
    }
  }

  /** Returns how many things a file claims to have, -1 if that is not why it is refused. */
  private static long claimed(ProfileException refusal) {
    String detail = refusal.detail();
    return detail.endsWith("things do not fit the file")
        ? Long.parseLong(detail.substring(0, detail.indexOf(' ')))
        : -1;
  }

  @Breaks("HOSTILE-1")
  static class RunsPastTheEndOfAHeader implements HostileInputContract {
    @Override
    public ProfileFormatProvider provider() {
      return refusing(
          (right, input) -> {
            if (input.size() < HEADER) {
              throw new BufferUnderflowException();
            }
          });
    }
  }

  /** The wrong family of exceptions. */
  @Breaks("HOSTILE-2")
  static class TakesDamageForAMistakeOfTheCaller implements HostileInputContract {
    @Override
    public ProfileFormatProvider provider() {
      return refusing(
          (right, input) -> {
            if (right.kind() == ErrorKind.MALFORMED) {
              throw new IllegalArgumentException(right.detail());
            }
          });
    }
  }

  @Breaks("HOSTILE-3")
  static class TrustsThatEveryFunctionHasAName implements HostileInputContract {
    @Override
    public ProfileFormatProvider provider() {
      UnaryOperator<ProfileImage> check =
          image -> {
            for (int row = 0; row < image.size(); row++) {
              if (!image.functions().hasName(row)) {
                throw new IllegalStateException("no name in row " + row);
              }
            }
            return image;
          };
      return Broken.image(check);
    }
  }

  @Breaks("HOSTILE-4")
  static class StumblesOverMoreThanItExpects implements HostileInputContract {
    @Override
    public ProfileFormatProvider provider() {
      return refusing(
          (right, input) -> {
            if (right.detail().endsWith("bytes too many")) {
              throw new IllegalStateException(right.detail());
            }
          });
    }
  }

  @Breaks("HOSTILE-5")
  static class CalculatesWithSizesBeforeItChecksThem implements HostileInputContract {
    @Override
    public ProfileFormatProvider provider() {
      return refusing(
          (right, input) -> {
            int bytes = Math.multiplyExact(Math.toIntExact(claimed(right)), Long.BYTES);
            if (bytes == 0) {
              throw right;
            }
          });
    }
  }

  /** Up to sixteen megabytes: more than a small file justifies, and soon zeroed. */
  @Breaks("HOSTILE-6")
  static class AllocatesWhatTheFileClaims implements HostileInputContract {
    @Override
    public List<ProfileFormat> formats() {
      return List.of(ToyFormats.FULL);
    }

    @Override
    public ProfileFormatProvider provider() {
      return refusing(
          (right, input) -> {
            long claimed = claimed(right);
            if (claimed > 0) {
              byte[] room = new byte[(int) Math.min(claimed, MOST)];
              room[room.length - 1] = 1;
            }
          });
    }
  }

  /** Slow once in each test, which is enough to be found. */
  @Breaks("HOSTILE-7")
  static class CountsToWhatTheFileClaims implements HostileInputContract {
    @Override
    public List<ProfileFormat> formats() {
      return List.of(ToyFormats.FULL);
    }

    @Override
    public ProfileFormatProvider provider() {
      AtomicBoolean slept = new AtomicBoolean();
      return refusing(
          (right, input) -> {
            if (claimed(right) == Integer.MAX_VALUE && slept.compareAndSet(false, true)) {
              try {
                TimeUnit.SECONDS.sleep(3);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            }
          });
    }
  }

  @Breaks("HOSTILE-8")
  static class DoesNotSayWhere implements HostileInputContract {
    @Override
    public ProfileFormatProvider provider() {
      return refusing(
          (right, input) -> {
            throw new MalformedProfileException(right.kind(), right.source(), right.detail());
          });
    }
  }

  @Breaks("HOSTILE-9")
  static class KnowsNoLimits implements HostileInputContract {
    @Override
    public ProfileFormatProvider provider() {
      return new ToyProvider() {
        @Override
        public ProfileReader open(ProfileInput input, ReadOptions options) throws IOException {
          return super.open(input, ReadOptions.DEFAULT);
        }
      };
    }
  }
}
