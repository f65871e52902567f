package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.profdata.tck.corpus.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a merge says to programs, against the schema in the documents. */
class MergeJsonTest {
  private static final Path SCHEMA = Path.of("..", "docs", "merge-report.schema.json");

  @TempDir private Path folder = Path.of("");
  private Path output = folder;
  private byte[] whole = {};
  private String input = "";

  @BeforeEach
  void copyProfile() throws IOException {
    output = folder.resolve("out.profdata");
    whole = Corpus.file("raw/v10-clang22-ir.profraw").bytes();
    input = file("app.profraw", whole);
  }

  private String file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes).toString();
  }

  private JsonNode report(int exitCode, String... words) throws IOException {
    Path report = folder.resolve("report.json");
    ToolRun run =
        ToolRun.of(
            Cases.with(List.of("merge", "-o", output.toString(), "--report=" + report), words));
    assertEquals(exitCode, run.exitCode(), run::messages);
    JsonNode json = new ObjectMapper().readTree(Files.readString(report));
    var schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.readString(SCHEMA));
    assertEquals(Set.of(), schema.validate(json), json::toPrettyString);
    return json;
  }

  private static JsonNode input(JsonNode report, int number) {
    return report.get("inputs").get(number);
  }

  private static String verdict(JsonNode report, int number) {
    return input(report, number).get("verdict").textValue();
  }

  @Test
  void everyInputHasAVerdict() throws IOException {
    String wrapped = file("wrapped.profraw", RawPatch.of(whole).firstCounter(0, -1).bytes());
    String damaged = file("damaged.profraw", Arrays.copyOf(whole, 100));
    String empty = file("empty.profraw", new byte[0]);
    JsonNode report =
        report(0, "--failure-mode=warn", "--on-wrapped=drop", input, wrapped, damaged, empty);
    assertEquals("used", verdict(report, 0));
    assertEquals("partly-used", verdict(report, 1));
    assertEquals("failed", verdict(report, 2));
    assertEquals("skipped", verdict(report, 3));
    JsonNode functions = input(report, 1).get("functions");
    assertEquals(1, functions.get("dropped").intValue());
    assertEquals(functions.get("seen").intValue() - 1, functions.get("used").intValue());
    assertEquals("BAD_HEADER", input(report, 2).get("failure").get("kind").textValue());
    assertEquals(2, report.get("sum").get("inputsUsed").intValue());
    assertEquals(whole.length, input(report, 0).get("bytes").intValue());
  }

  @Test
  void aClampedRecordIsRepaired() throws IOException {
    String wrapped = file("wrapped.profraw", RawPatch.of(whole).firstCounter(0, -1).bytes());
    JsonNode report = report(0, "--on-wrapped=clamp", wrapped);
    assertEquals("repaired", verdict(report, 0));
    assertEquals(1, input(report, 0).get("functions").get("repaired").intValue());
    assertEquals(
        "WRAPPED_COUNTER_CLAMPED", input(report, 0).get("findings").get(0).get("kind").textValue());
  }

  @Test
  void aSalvagedFileSaysHowMuchWasKept() throws IOException {
    String cut = file("cut.profraw", Arrays.copyOf(whole, whole.length - 8));
    JsonNode report = report(0, "--salvage", cut);
    assertEquals("salvaged", verdict(report, 0));
    assertTrue(input(report, 0).get("functions").get("repaired").intValue() > 0);
    assertEquals(
        whole.length - 8, input(report, 0).get("findings").get(0).get("offset").intValue());
  }

  @Test
  void aFailedMergeIsReportedAsWell() throws IOException {
    JsonNode failed = report(1, input, file("damaged", new byte[] {1, 2, 3}));
    assertFalse(failed.get("written").booleanValue());
    assertEquals("used", verdict(failed, 0));
    assertEquals("failed", verdict(failed, 1));
    JsonNode thin = report(1, "--expect-inputs=7", input);
    assertTrue(thin.get("error").textValue().contains("expected 7"), thin::toString);
  }

  @Test
  void weightsAndCountsAreUnsigned() throws IOException {
    JsonNode report = report(0, "--weighted-input=18446744073709551615," + input);
    assertEquals("18446744073709551615", input(report, 0).get("weight").asText());
    assertEquals("18446744073709551613", report.get("sum").get("maxCount").asText());
  }

  @Test
  void aPartialSumStandsForAllItsInputs() throws IOException {
    report(0, "--partial", input, input, input);
    Path part = Files.move(output, folder.resolve("part"));
    JsonNode report = report(0, "--expect-inputs=4", part.toString(), input);
    assertEquals(3, input(report, 0).get("inputs").intValue());
    assertEquals(4, report.get("sum").get("inputsUsed").intValue());
  }

  @Test
  void theOverlapWithAReferenceIsANumber() throws IOException {
    JsonNode report = report(0, "--expect-hot-overlap=10", "--reference=" + input, input);
    assertEquals(100.0, report.get("sum").get("hotOverlapPercent").doubleValue());
  }
}
