package dev.profdata.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks and writes what they measured to {@code benchmarks.json}, with rates per byte
 * and function, and with the machine and the Java they ran on. Takes JMH's options.
 */
public final class Main {
  private static final String ALLOCATED = "gc.alloc.rate.norm";
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  private Main() {}

  /** Runs the benchmarks that the arguments choose, all of them without. */
  public static void main(String... args)
      throws CommandLineOptionException, RunnerException, IOException {
    CommandLineOptions given = new CommandLineOptions(args);
    ChainedOptionsBuilder options =
        new OptionsBuilder().parent(given).addProfiler(GCProfiler.class);
    if (!given.getParameter(WarmMergeBenchmark.FOLDER).hasValue()) {
      options.exclude(WarmMergeBenchmark.class.getSimpleName());
    }
    Collection<RunResult> results = new Runner(options.build()).run();
    Path target = Path.of("benchmarks.json");
    try (JsonGenerator json = new JsonFactory().createGenerator(Files.newOutputStream(target))) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      writeMachine(json);
      json.writeArrayFieldStart("results");
      for (RunResult result : results) {
        write(json, result);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void writeMachine(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("machine");
    json.writeStringField("processor", processor());
    json.writeNumberField("processors", Runtime.getRuntime().availableProcessors());
    json.writeStringField(
        "os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    json.writeStringField("java", Runtime.version() + ", " + System.getProperty("java.vendor"));
    json.writeEndObject();
  }

  private static String processor() throws IOException {
    if (!Files.isReadable(CPU_INFO)) {
      return "unknown";
    }
    return Files.readAllLines(CPU_INFO).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }

  @SuppressWarnings("rawtypes") // As JMH declares it.
  private static void write(JsonGenerator json, RunResult run) throws IOException {
    Result<?> primary = run.getPrimaryResult();
    Map<String, Result> secondary = run.getSecondaryResults();
    json.writeStartObject();
    json.writeStringField("benchmark", run.getParams().getBenchmark());
    for (String key : run.getParams().getParamsKeys()) {
      json.writeStringField(key, run.getParams().getParam(key));
    }
    json.writeNumberField("score", primary.getScore());
    json.writeNumberField("error", primary.getScoreError());
    json.writeStringField("unit", primary.getScoreUnit());
    Result<?> bytes = secondary.get("bytes");
    Result<?> functions = secondary.get("functions");
    Result<?> allocated = secondary.get(ALLOCATED);
    if (bytes != null && functions != null) {
      json.writeNumberField("megabytesPerSecond", bytes.getScore() / 1e6);
      json.writeNumberField("functionsPerSecond", functions.getScore());
    }
    if (allocated != null && functions != null) {
      double functionsPerOperation = functions.getScore() / primary.getScore();
      json.writeNumberField(
          "allocatedBytesPerFunction", allocated.getScore() / functionsPerOperation);
    } else if (allocated != null) {
      json.writeNumberField("allocatedBytesPerOperation", allocated.getScore());
    }
    json.writeEndObject();
  }
}
