package dev.profdata.cli.limits;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import dev.profdata.MergeOptions;
import dev.profdata.ProfileMerger;
import dev.profdata.ProfileProviders;
import dev.profdata.Profiles;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ProfileCollector;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ReadOptions;
import dev.profdata.io.WriteOptions;
import dev.profdata.model.FunctionRecord;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ValueKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What says that threads may share it, shared. */
class SharedByThreadsTest {
  private static final int THREADS = 8;
  private static final int ROUNDS = 40;
  private static final MergeOptions LOSSY =
      MergeOptions.DEFAULT.withWriting(WriteOptions.DEFAULT.allowingAllLosses());
  private static final ProfileFormat TARGET = ProfileFormat.indexed(14);

  /** Runs a job in all threads at the same moment, and returns what each made of it. */
  private static <T> List<T> together(Callable<T> job) throws Exception {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return job.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private static InstrProfile read(ProfileProviders providers, byte[] file) throws IOException {
    try (ProfileReader reader =
        providers.open(ProfileSource.of("file", file), ReadOptions.DEFAULT)) {
      ProfileCollector collector = new ProfileCollector(reader.format());
      reader.accept(collector);
      return collector.profile();
    }
  }

  /** Looks at all of a profile through every view. */
  private static long digest(InstrProfile profile) {
    long digest = profile.functionCount();
    for (ProfileImage image : profile.images()) {
      for (FunctionRecord function : image.records()) {
        digest = digest * 31 + function.name().toString().hashCode();
        digest = digest * 31 + function.structuralHash();
        digest = digest * 31 + Arrays.hashCode(function.counters());
        digest = digest * 31 + function.valueSites(ValueKind.MEMOP_SIZE).hashCode();
      }
    }
    FunctionRecord found = profile.function("function_number_7").orElseThrow();
    return digest * 31 + found.counter(1) + profile.traces().traces().size();
  }

  @Test
  void oneModelAnswersManyThreadsAlike() throws Exception {
    for (ProfileFormat format : List.of(ProfileFormat.raw(8), TARGET, ProfileFormat.text())) {
      byte[] file = Programs.write(Programs.profile(50, 3, 5), format);
      long expected = digest(read(ProfileProviders.load(), file));
      for (int round = 0; round < ROUNDS; round++) {
        InstrProfile fresh = read(ProfileProviders.load(), file);
        for (long digest : together(() -> digest(fresh))) {
          assertEquals(expected, digest, format.toString());
        }
      }
    }
  }

  @Test
  void oneSetOfProvidersOptionsAndSourceServesManyReaders() throws Exception {
    ProfileProviders providers = ProfileProviders.load();
    for (ProfileFormat format : List.of(ProfileFormat.raw(8), TARGET, ProfileFormat.text())) {
      byte[] file = Programs.write(Programs.profile(2_000, 3, 5), format);
      long expected = digest(read(ProfileProviders.load(), file));
      for (int round = 0; round < ROUNDS / 4; round++) {
        for (long digest : together(() -> digest(read(providers, file)))) {
          assertEquals(expected, digest, format.toString());
        }
      }
    }
  }

  private static byte[] merge(ProfileProviders providers, MergeOptions options, byte[]... inputs)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ProfileMerger merger = Profiles.merger(providers, options)) {
      for (int i = 0; i < inputs.length; i++) {
        merger.add(ProfileSource.of("input " + i, inputs[i]), 1L + i);
      }
      merger.writeTo(out, TARGET);
    }
    return out.toByteArray();
  }

  private static byte[][] inputs() throws IOException {
    byte[][] inputs = new byte[6][];
    for (int i = 0; i < inputs.length; i++) {
      ProfileFormat format = i % 2 == 0 ? ProfileFormat.raw(8) : TARGET;
      inputs[i] = Programs.write(Programs.profile(500 + 100 * (i / 2), 3, i + 1), format);
    }
    return inputs;
  }

  @Test
  void manyMergesAtOnceGiveTheBytesOfOneThread() throws Exception {
    byte[][] inputs = inputs();
    ProfileProviders providers = ProfileProviders.load();
    byte[] expected = merge(ProfileProviders.load(), LOSSY.withThreads(1), inputs);
    for (int threads : new int[] {1, 4}) {
      for (int round = 0; round < ROUNDS / 8; round++) {
        for (byte[] sum : together(() -> merge(providers, LOSSY.withThreads(threads), inputs))) {
          assertArrayEquals(expected, sum);
        }
      }
    }
  }

  @Test
  void providersOfTwoClassLoadersWorkSideBySide() throws Exception {
    byte[][] inputs = inputs();
    byte[] expected = merge(ProfileProviders.load(), LOSSY.withThreads(1), inputs);
    try (SeparateProviders first = SeparateProviders.load();
        SeparateProviders second = SeparateProviders.load()) {
      assertNotSame(first.classOfProvider(), second.classOfProvider());
      List<ProfileProviders> both =
          List.of(ProfileProviders.load(first), ProfileProviders.load(second));
      for (int round = 0; round < ROUNDS / 8; round++) {
        List<byte[]> sums =
            together(
                () -> merge(both.get((int) (Thread.currentThread().getId() % 2)), LOSSY, inputs));
        sums.forEach(sum -> assertArrayEquals(expected, sum));
      }
    }
  }

  @Test
  void theContextClassLoaderOfEachThreadGivesItsProviders() throws Exception {
    byte[][] inputs = inputs();
    byte[] expected = merge(ProfileProviders.load(), LOSSY.withThreads(1), inputs);
    try (SeparateProviders first = SeparateProviders.load();
        SeparateProviders second = SeparateProviders.load()) {
      List<byte[]> sums =
          together(
              () -> {
                Thread thread = Thread.currentThread();
                SeparateProviders own = thread.getId() % 2 == 0 ? first : second;
                thread.setContextClassLoader(own);
                assertEquals(1, own.served(ProfileProviders::load));
                return merge(ProfileProviders.load(), LOSSY, inputs);
              });
      sums.forEach(sum -> assertArrayEquals(expected, sum));
    }
  }
}
