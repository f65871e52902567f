package dev.profdata.cli;

import dev.profdata.internal.files.AtomicFile;
import dev.profdata.io.Limits;
import dev.profdata.model.BinaryId;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Fetches debug information from servers of the debuginfod protocol, one after the other. */
final class Debuginfod implements ProgramFinder {
  private static final int OK = 200;
  private static final Set<String> SCHEMES = Set.of("http", "https");
  private static final long DEFAULT_SECONDS = 90;

  private final List<URI> servers;
  private final Duration timeout;
  private final long mostBytes;
  private final DebuginfodCache cache;

  /**
   * Takes its settings from the variables {@code DEBUGINFOD_URLS}, {@code DEBUGINFOD_TIMEOUT} and
   * {@code DEBUGINFOD_CACHE_PATH}.
   */
  Debuginfod(Map<String, String> environment, Limits limits) {
    this.servers = servers(environment.getOrDefault("DEBUGINFOD_URLS", ""));
    this.timeout = timeout(environment.getOrDefault("DEBUGINFOD_TIMEOUT", ""));
    this.mostBytes = limits.maxFileBytes();
    this.cache = new DebuginfodCache(environment);
  }

  private static List<URI> servers(String list) {
    return Arrays.stream(list.split(" ", -1))
        .filter(server -> !server.isEmpty())
        .map(server -> server.endsWith("/") ? server : server + "/")
        .map(Debuginfod::server)
        .toList();
  }

  private static URI server(String text) {
    return parse(text)
        .filter(uri -> uri.getHost() != null && SCHEMES.contains(uri.getScheme()))
        .orElseThrow(
            () ->
                new CommandFailedException(
                    "DEBUGINFOD_URLS names '%s', which is no URL of http or https"
                        .formatted(text)));
  }

  private static Optional<URI> parse(String text) {
    try {
      return Optional.of(URI.create(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Duration timeout(String text) {
    try {
      long seconds = Long.parseLong(text.strip());
      return Duration.ofSeconds(seconds > 0 ? seconds : DEFAULT_SECONDS);
    } catch (NumberFormatException e) {
      return Duration.ofSeconds(DEFAULT_SECONDS);
    }
  }

  @Override
  public Optional<Path> find(BinaryId id) throws IOException {
    String urlPath = "buildid/" + id + "/debuginfo";
    Path place = cache.place(urlPath);
    if (Files.exists(place)) {
      return Optional.of(place);
    }
    List<String> failures = new ArrayList<>();
    for (URI server : servers) {
      Optional<String> failure = fetch(server.resolve(urlPath), place);
      if (failure.isEmpty()) {
        return Optional.of(place);
      }
      failures.add(server.getHost() + ": " + failure.get());
    }
    if (failures.isEmpty()) {
      return Optional.empty();
    }
    throw new IOException(String.join("; ", failures));
  }

  /** Returns why there is nothing, empty if the file is in its place now. */
  private Optional<String> fetch(URI file, Path place) throws IOException {
    try (AtomicFile copy = cache.create(place)) {
      HttpResponse<Void> response = send(file, copy);
      if (response.statusCode() != OK) {
        return Optional.of("status " + response.statusCode());
      }
      copy.commit();
      return Optional.empty();
    } catch (ExecutionException e) {
      return Optional.of(reason(Objects.requireNonNullElse(e.getCause(), e)));
    } catch (TimeoutException e) {
      return Optional.of("nothing whole within %d seconds".formatted(timeout.toSeconds()));
    }
  }

  private static String reason(Throwable failure) {
    return failure instanceof ConnectException
        ? "cannot be reached"
        : Failures.oneLine(Objects.toString(failure.getMessage(), failure.toString()));
  }

  private HttpResponse<Void> send(URI file, AtomicFile copy)
      throws IOException, ExecutionException, TimeoutException {
    HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    CompletableFuture<HttpResponse<Void>> answer =
        client.sendAsync(
            HttpRequest.newBuilder(file).timeout(timeout).build(),
            head ->
                head.statusCode() == OK
                    ? new BoundedBody(copy.stream(), mostBytes)
                    : HttpResponse.BodySubscribers.discarding());
    try {
      return answer.get(timeout.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted while fetching").initCause(e);
    } finally {
      answer.cancel(true);
    }
  }
}
