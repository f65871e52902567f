package dev.profdata.tck.gallery;

import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.MalformedProfileException;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.io.ProfileWriter;
import dev.profdata.io.WriteOptions;
import dev.profdata.spi.ProfileFormatProvider;
import dev.profdata.spi.Recognition;
import dev.profdata.tck.ProviderContract;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Providers that say something wrong of themselves or of a file. */
final class BrokenProviders {
  private BrokenProviders() {}

  /** The others are not registered, and do not mean to be. */
  interface Unregistered extends ProviderContract {
    @Override
    default Stream<ProfileFormatProvider> discovered() {
      return Stream.of(provider());
    }
  }

  @Breaks("PROVIDE-1")
  static class IsNotRegistered implements ProviderContract {
    @Override
    public ProfileFormatProvider provider() {
      return Broken.image(image -> image);
    }
  }

  @Breaks("PROVIDE-2")
  static class NamesAVersionTwice implements Unregistered {
    @Override
    public ProfileFormatProvider provider() {
      return new ToyProvider() {
        @Override
        public List<ProfileFormat> formats() {
          return List.of(ToyFormats.FULL, ToyFormats.TINY, ToyFormats.FULL);
        }
      };
    }
  }

  @Breaks("PROVIDE-3")
  static class TakesTheWrongByteOrderForTheRight implements Unregistered {
    @Override
    public ProfileFormatProvider provider() {
      return new ToyProvider() {
        @Override
        public Recognition recognize(ProfileInput input) throws IOException {
          return super.recognize(input) instanceof Recognition.Known known
              ? new Recognition.Known(known.format().withByteOrder(ByteOrder.BIG_ENDIAN), true)
              : Recognition.FOREIGN;
        }
      };
    }
  }

  @Breaks("PROVIDE-4")
  static class ClaimsEverything implements Unregistered {
    @Override
    public ProfileFormatProvider provider() {
      return new ToyProvider() {
        @Override
        public Recognition recognize(ProfileInput input) throws IOException {
          return super.recognize(input) instanceof Recognition.Known known
              ? known
              : new Recognition.Known(ToyFormats.FULL, true);
        }
      };
    }
  }

  @Breaks("PROVIDE-5")
  static class DoesNotRecognizeButThrows implements Unregistered {
    private static final int HEADER = 20;

    @Override
    public ProfileFormatProvider provider() {
      return new ToyProvider() {
        @Override
        public Recognition recognize(ProfileInput input) throws IOException {
          Recognition answer = super.recognize(input);
          if (answer instanceof Recognition.Known && input.size() < HEADER) {
            throw new MalformedProfileException(
                ErrorKind.BAD_HEADER, input.name(), "the header is cut off");
          }
          return answer;
        }
      };
    }
  }

  @Breaks("PROVIDE-6")
  static class WritesWhatItDoesNotKnow implements Unregistered {
    @Override
    public ProfileFormatProvider provider() {
      return new ToyProvider() {
        @Override
        public ProfileWriter newWriter(
            ProfileFormat format, OutputStream out, WriteOptions options) {
          return super.newWriter(writes(format) ? format : ToyFormats.FULL, out, options);
        }
      };
    }
  }

  @Breaks("PROVIDE-7")
  static class ServesOneThreadAtATime implements Unregistered {
    @Override
    public ProfileFormatProvider provider() {
      AtomicInteger busy = new AtomicInteger();
      return Broken.reader(
          reader ->
              new Broken.OtherReader(reader) {
                @Override
                public void accept(ProfileVisitor visitor) throws IOException {
                  if (busy.incrementAndGet() > 1) {
                    throw new ConcurrentModificationException("one file at a time");
                  }
                  pause();
                  super.accept(visitor);
                  busy.decrementAndGet();
                }
              });
    }

    /** Long enough for another thread to come. */
    private static void pause() {
      try {
        TimeUnit.MILLISECONDS.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Breaks("PROVIDE-8")
  static class WritesTheMagicAtOnce implements Unregistered {
    @Override
    public ProfileFormatProvider provider() {
      return new ToyProvider() {
        @Override
        public ProfileWriter newWriter(
            ProfileFormat format, OutputStream out, WriteOptions options) {
          ByteArrayOutputStream file = new ByteArrayOutputStream();
          ProfileWriter writer = super.newWriter(format, file, options);
          try {
            out.write(ByteBuffer.allocate(Long.BYTES).putLong(ToyFormats.magic(format)).array());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return new Broken.OtherWriter(writer, image -> image) {
            @Override
            public void visitEnd() throws IOException {
              super.visitEnd();
              out.write(file.toByteArray(), Long.BYTES, file.size() - Long.BYTES);
            }
          };
        }
      };
    }
  }
}
