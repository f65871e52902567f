package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.profdata.Profiles;
import dev.profdata.io.CorrelationKind;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ReadOptions;
import dev.profdata.model.BinaryId;
import dev.profdata.tck.corpus.CorrelatedSample;
import dev.profdata.tck.oracle.LlvmTool;
import dev.profdata.tck.oracle.LlvmTools;
import dev.profdata.tck.oracle.ToolOutput;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs of profiles of counters only, found by the build id that stands in the profile. */
class FetchedProgramsTest {
  private static final String BY_SERVER = "--debuginfod --correlate=debug-info";

  @TempDir private Path folder = Path.of("");
  private HttpServer server = server();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final CorrelatedSample sample =
      CorrelatedSample.all().stream()
          .filter(one -> one.name().equals("debug-22"))
          .findFirst()
          .orElseThrow();

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @BeforeEach
  void startServer() {
    server.createContext("/buildid/", this::answer);
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestURI().getPath());
    byte[] program = sample.program();
    exchange.sendResponseHeaders(200, program.length);
    exchange.getResponseBody().write(program);
    exchange.close();
  }

  static List<CorrelatedSample> samples() {
    return CorrelatedSample.all();
  }

  private static BinaryId id(CorrelatedSample sample) throws IOException {
    List<BinaryId> ids = new ArrayList<>();
    ReadOptions listening =
        ReadOptions.DEFAULT.withCorrelator(
            request -> {
              ids.addAll(request.binaryIds());
              return Optional.empty();
            });
    ProfileSource profile = ProfileSource.of(sample.name(), sample.profile());
    try (ProfileReader reader = Profiles.open(profile, listening)) {
      reader.accept(image -> {});
    } catch (dev.profdata.io.ProfileException e) {
      assertEquals(1, ids.size(), e::toString);
    }
    return ids.get(0);
  }

  private Path store(CorrelatedSample one) throws IOException {
    String hex = id(one).toString();
    Path place = Files.createDirectories(folder.resolve("store/.build-id/" + hex.substring(0, 2)));
    return Files.write(place.resolve(hex.substring(2) + ".debug"), one.program());
  }

  private Map<String, String> environment(String cache) {
    String url =
        "http://%s:%d"
            .formatted(server.getAddress().getHostString(), server.getAddress().getPort());
    return Map.of(
        "DEBUGINFOD_URLS",
        "  " + url,
        "DEBUGINFOD_TIMEOUT",
        "20",
        "DEBUGINFOD_CACHE_PATH",
        folder.resolve(cache).toString());
  }

  private ToolRun merge(Map<String, String> environment, String options, CorrelatedSample one)
      throws IOException {
    return ToolRun.of(
        new byte[0],
        environment,
        Cases.with(
            Cases.words("merge --llvm=" + one.release() + " " + options),
            "-o",
            folder.resolve("merged").toString(),
            one.copyProfile(folder).toString()));
  }

  private void refuses(String reason, ToolRun run) {
    assertEquals(CommandRunner.FAILED, run.exitCode(), run.messages());
    assertTrue(run.messages().contains("unable to correlate profile: " + reason), run.messages());
  }

  private void givesTheMerged(CorrelatedSample one, ToolRun run) throws IOException {
    assertEquals(CommandRunner.DONE, run.exitCode(), run.messages());
    assertArrayEquals(one.merged(), Files.readAllBytes(folder.resolve("merged")));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aFolderNamedAfterIdsGivesTheBytesOfTheTool(CorrelatedSample one) throws IOException {
    store(one);
    String kind = one.kind() == CorrelationKind.BINARY ? "binary" : "debug-info";
    String options =
        "-debug-file-directory nowhere --debug-file-directory=%s --correlate %s"
            .formatted(folder.resolve("store"), kind);
    givesTheMerged(one, merge(Map.of(), options, one));
  }

  @Test
  void aProfileOfAnUnknownProgramIsRefused() throws IOException {
    String options = "--correlate=binary --debug-file-directory=" + folder;
    refuses("Missing build ID: " + id(sample), merge(Map.of(), options, sample));
  }

  @Test
  void aProgramOfNoUseIsNamed() throws IOException {
    Path program = store(sample);
    String options = "--correlate=binary --debug-file-directory=" + folder.resolve("store");
    refuses(
        "could not find section (__llvm_covdata) (" + program + ")",
        merge(Map.of(), options, sample));
  }

  @Test
  void optionsThatDoNotGoTogetherAreRefused() throws IOException {
    String llvm = "Expected --correlate when --debug";
    for (String options :
        List.of("--debuginfod", "--debug-file-directory=x", "--debuginfod --debug-info=x")) {
      ToolRun run = merge(Map.of(), options, sample);
      assertEquals(CommandRunner.WRONG_USAGE, run.exitCode(), run.messages());
      String expected = options.contains("info=") ? "Expected only one of" : llvm;
      assertTrue(run.messages().contains(expected), run.messages());
    }
    ToolRun nowhere = merge(Map.of(), "--correlate=binary", sample);
    assertEquals(CommandRunner.WRONG_USAGE, nowhere.exitCode());
    assertTrue(nowhere.messages().contains("when --correlate is provided"), nowhere.messages());
  }

  @Test
  void aServerIsAskedOnce() throws IOException {
    givesTheMerged(sample, merge(environment("cache"), BY_SERVER, sample));
    assertEquals(List.of("/buildid/" + id(sample) + "/debuginfo"), asked);
    server.stop(0);
    givesTheMerged(sample, merge(environment("cache"), BY_SERVER, sample));
  }

  @Test
  void aFileAtHandIsTakenFirst() throws IOException {
    store(sample);
    String options = BY_SERVER + " --debug-file-directory=" + folder.resolve("store");
    givesTheMerged(sample, merge(environment("cache"), options, sample));
    assertEquals(List.of(), asked);
  }

  @Test
  void theToolFindsWhatWeFetchedAndWeWhatItFetched() throws IOException {
    assertEquals(0, merge(environment("ours"), BY_SERVER, sample).exitCode());
    Path profile = sample.copyProfile(folder);
    Path theirs = folder.resolve("theirs.profdata");
    for (String cache : List.of("ours", "theirs")) {
      List<String> variables = new ArrayList<>(List.of("env"));
      environment(cache).forEach((name, value) -> variables.add(name + "=" + value));
      variables.addAll(LlvmTools.profdata(22).command());
      ToolOutput run =
          new LlvmTool(variables)
              .run(
                  folder,
                  Cases.words("merge " + BY_SERVER, "-o", theirs.toString(), profile.toString()));
      assertEquals("", run.succeeded().messages());
      assertArrayEquals(sample.merged(), Files.readAllBytes(theirs));
    }
    assertEquals(2, asked.size(), "we, and they into their own folder");
    assertTrue(files("theirs").containsAll(files("ours")));
    givesTheMerged(sample, merge(environment("theirs"), BY_SERVER, sample));
    assertEquals(2, asked.size());
  }

  private List<String> files(String cache) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(cache))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** The names are those of LLVM 22. */
  @ParameterizedTest
  @CsvSource({
    "1, 16893555279475264343",
    "8, 3281273207243682438",
    "16, 7221760129055886928",
    "29, 3044449889810280279",
    "30, 9850223349327067427",
    "55, 10003037117175450549"
  })
  void filesAreNamedAsByLlvm(int bytes, String name) {
    DebuginfodCache cache = new DebuginfodCache(Map.of("XDG_CACHE_HOME", "/caches"));
    assertEquals(
        Path.of("/caches/llvm-debuginfod/client/llvmcache-" + name),
        cache.place("buildid/" + "a7".repeat(bytes) + "/debuginfo"));
  }

  @Test
  void whatAServerDoesWrongIsSaid() throws IOException {
    String missing = "Missing build ID: " + id(sample);
    String small = BY_SERVER + " --limit=file-bytes=1k";
    refuses(missing + " (", merge(environment("cache"), small, sample));
    assertTrue(merge(environment("cache"), small, sample).messages().contains("1024 bytes"));
    server.removeContext("/buildid/");
    ToolRun gone = merge(environment("cache"), BY_SERVER, sample);
    refuses(missing, gone);
    assertTrue(gone.messages().contains(": status 404)"), gone.messages());
    server.stop(0);
    ToolRun down = merge(environment("cache"), BY_SERVER, sample);
    refuses(missing, down);
    assertTrue(down.messages().contains("cannot be reached"), down.messages());
    assertEquals(List.of(), files("cache"));
  }

  @Test
  void aServerThatFallsSilentIsGivenUp() throws IOException {
    server.removeContext("/buildid/");
    server.createContext("/buildid/", exchange -> exchange.sendResponseHeaders(200, 1000));
    Map<String, String> impatient = new java.util.HashMap<>(environment("cache"));
    impatient.put("DEBUGINFOD_TIMEOUT", "1");
    ToolRun run = merge(impatient, BY_SERVER, sample);
    assertTrue(run.messages().contains("nothing whole within 1 seconds"), run.messages());
  }

  @Test
  void addressesOfOtherKindsAreRefused() throws IOException {
    for (String url : List.of("ftp://host", "file:///etc/passwd", "http://[x", "debuginfod")) {
      ToolRun run = merge(Map.of("DEBUGINFOD_URLS", url), BY_SERVER, sample);
      assertEquals(CommandRunner.FAILED, run.exitCode());
      assertTrue(run.messages().contains("no URL of http or https"), run.messages());
    }
  }
}
