package dev.profdata.tck;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFamily;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.WriteOptions;
import dev.profdata.model.InstrProfile;
import dev.profdata.spi.ProfileFormatProvider;
import dev.profdata.spi.Recognition;
import dev.profdata.tck.gen.ProfileSample;
import dev.profdata.tck.gen.ProfileSamples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The rules PROVIDE: how a provider is found, and what it says of itself and of files.
 *
 * @since 0.1
 */
public interface ProviderContract extends ProviderSubject {
  @Test
  @Rule("PROVIDE-1")
  default void isFoundByTheServiceLoader() {
    assertTrue(
        discovered().anyMatch(found -> found.getClass().equals(provider().getClass())),
        () -> "not found: " + provider().getClass().getName());
  }

  @Test
  @Rule("PROVIDE-2")
  default void namesEachVersionOnce() {
    List<ProfileFormat> formats = provider().formats();
    assertFalse(formats.isEmpty(), "no format");
    Set<String> seen = new HashSet<>();
    for (ProfileFormat format : formats) {
      String name = format.dialect() + " " + format.family() + " " + format.version();
      assertTrue(seen.add(name), () -> "twice: " + format);
    }
  }

  @ForEachFormat
  @Rule("PROVIDE-3")
  default void recognizesWhatItWrites(ProfileFormat format) throws IOException {
    for (ProfileSample sample : ProfileSamples.heldBy(format)) {
      byte[] file = InMemory.write(provider(), sample.profile(), format);
      if (file.length == 0 && format.family() == ProfileFamily.TEXT) {
        continue; // a text without functions may be empty, which is anybody's
      }
      Recognition answer = recognize(file);
      assertTrue(answer instanceof Recognition.Known, () -> sample + ": " + answer);
      assertSameEncoding(format, ((Recognition.Known) answer).format());
    }
  }

  private Recognition recognize(byte[] file) throws IOException {
    try (ProfileInput input = ProfileSource.of(InMemory.SOURCE, file).open()) {
      return provider().recognize(input);
    }
  }

  /** Fails unless version, dialect and, for raw profiles, width and byte order are the same. */
  static void assertSameEncoding(ProfileFormat expected, ProfileFormat actual) {
    ProfileFormat comparable = actual.withRelease(expected.release());
    if (expected.family() == ProfileFamily.RAW) {
      assertEquals(expected.toString(), comparable.toString());
    }
    assertTrue(
        expected.sameVersion(comparable),
        () -> "expected %s, found %s".formatted(expected, actual));
  }

  @Test
  @Rule("PROVIDE-4")
  default void claimsNothingForeign() throws IOException {
    for (byte[] file : ForeignFiles.all()) {
      Recognition answer = recognize(file);
      assertFalse(
          answer instanceof Recognition.Known known && known.certain(),
          () -> "claims %s: %s".formatted(ForeignFiles.describe(file), answer));
    }
  }

  @ForEachFormat
  @Rule("PROVIDE-5")
  default void recognitionOfAnyPrefixAnswers(ProfileFormat format) throws IOException {
    byte[] file = InMemory.write(provider(), RoundTrips.plain(format), format);
    for (int length = 0; length <= file.length; length++) {
      byte[] prefix = Arrays.copyOf(file, length);
      assertDoesNotThrow(() -> recognize(prefix), () -> "first %d bytes".formatted(prefix.length));
    }
  }

  @Test
  @Rule("PROVIDE-6")
  default void refusesToWriteWhatItDoesNotWrite() {
    List<ProfileFormat> foreign =
        standardFormats().filter(format -> !provider().writes(format)).toList();
    for (ProfileFormat format : foreign) {
      assertThrows(
          IllegalArgumentException.class,
          () -> provider().newWriter(format, OutputStream.nullOutputStream(), WriteOptions.DEFAULT),
          format::toString);
    }
  }

  /** LLVM's own formats, and a dialect that nobody speaks of each of the provider's. */
  private Stream<ProfileFormat> standardFormats() {
    LlvmRelease newest = LlvmRelease.newest();
    return Stream.of(
            IntStream.rangeClosed(1, newest.rawVersion()).mapToObj(ProfileFormat::raw),
            IntStream.rangeClosed(1, newest.indexedVersion()).mapToObj(ProfileFormat::indexed),
            Stream.of(ProfileFormat.text()),
            provider().formats().stream()
                .map(format -> format.asDialect("nobody's", format.features())))
        .flatMap(formats -> formats);
  }

  @ForEachFormat
  @Rule("PROVIDE-7")
  default void servesSeveralThreadsAtOnce(ProfileFormat format)
      throws IOException, InterruptedException, ExecutionException {
    InstrProfile profile = RoundTrips.plain(format);
    ProfileFormatProvider provider = provider();
    byte[] expected = InMemory.write(provider, profile, format);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<byte[]>> files = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        files.add(
            threads.submit(
                () -> InMemory.write(provider, InMemory.read(provider, expected.clone()), format)));
      }
      for (Future<byte[]> file : files) {
        assertEquals(hex(expected), hex(file.get()));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  @ForEachFormat
  @Rule("PROVIDE-8")
  default void aWriterSaysWhatItWrites(ProfileFormat format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertEquals(format, provider().newWriter(format, out, WriteOptions.DEFAULT).format());
    assertEquals(0, out.size(), "bytes before anything was visited");
  }
}
