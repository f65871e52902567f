package dev.profdata;

import dev.profdata.io.ProfileSource;
import dev.profdata.io.ReadOptions;
import dev.profdata.io.ReadSession;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Opens the sources of a merge in their order.
 *
 * <p>With several threads sources are read ahead, but never more than one for each thread, for the
 * memory that they take.
 */
final class InputFeed implements Closeable {
  private final ProfileProviders providers;
  private final ReadOptions options;
  private final Iterator<ProfileSource> sources;
  private final Queue<ReadSession> idle = new ArrayDeque<>();
  private final Queue<Load> loads = new ArrayDeque<>();
  private final ExecutorService loaders;
  private final boolean readsAhead;

  /** A source on its way, and the session whose memory it fills. */
  private record Load(Future<LoadedInput> input, ReadSession session) {}

  /**
   * Prepares to open sources.
   *
   * @param threads how many threads read; with 1 it is the caller's own
   */
  InputFeed(
      ProfileProviders providers, ReadOptions options, List<ProfileSource> sources, int threads) {
    this.providers = providers;
    this.options = options;
    this.sources = sources.iterator();
    int readers = Math.max(1, Math.min(threads, sources.size()));
    this.readsAhead = readers > 1;
    this.loaders = Executors.newFixedThreadPool(readers, InputFeed::newThread);
    ReadSession session = sources.size() > 1 ? ReadSession.start() : ReadSession.ofOneFile();
    for (int i = 0; i <= readers; i++) {
      idle.add(session.fork());
    }
  }

  private static Thread newThread(Runnable work) {
    Thread thread = new Thread(work, "profdata-loader");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Opens the next source.
   *
   * @return its content, valid until it is closed
   * @throws IOException if it cannot be opened; the next one can be all the same
   */
  InputContent next() throws IOException {
    if (!readsAhead) {
      return OpenInput.open(providers, options, sources.next(), idle.element());
    }
    while (sources.hasNext() && !idle.isEmpty()) {
      ProfileSource source = sources.next();
      ReadSession session = idle.remove();
      loads.add(new Load(loaders.submit(() -> load(source, session)), session));
    }
    Load load = loads.remove();
    try {
      return load.input().get().onClose(() -> idle.add(load.session()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("merge interrupted");
    } catch (ExecutionException e) {
      idle.add(load.session());
      throw causeOf(e);
    }
  }

  private LoadedInput load(ProfileSource source, ReadSession session) throws IOException {
    try (OpenInput opened = OpenInput.open(providers, options, source, session)) {
      return LoadedInput.of(opened);
    }
  }

  private static IOException causeOf(ExecutionException failure) {
    Throwable cause = failure.getCause();
    if (cause instanceof RuntimeException e) {
      throw e;
    }
    if (cause instanceof Error e) {
      throw e;
    }
    return cause instanceof IOException e ? e : new IOException(cause);
  }

  @Override
  public void close() {
    loaders.shutdownNow();
  }
}
