package dev.profdata.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.profdata.InputReport;
import dev.profdata.MergeReport;
import dev.profdata.SumTotals;
import dev.profdata.io.ProfileException;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * Writes what a merge did for programs: {@code docs/merge-report.md} and its schema say what each
 * field means.
 *
 * @param inputs those that were read
 * @param done what came of it, empty if nothing was written
 * @param failure why nothing was written
 */
record MergeJson(
    List<InputReport> inputs, Optional<MergeReport> done, Optional<IOException> failure) {
  /** Raised when a field changes its meaning or goes. */
  private static final int SCHEMA_VERSION = 1;

  void writeTo(JsonGenerator json) throws IOException {
    json.writeNumberField("schemaVersion", SCHEMA_VERSION);
    json.writeBooleanField("written", done.isPresent());
    if (failure.isPresent()) {
      json.writeStringField("error", Failures.describe(failure.get()));
    }
    json.writeArrayFieldStart("inputs");
    for (InputReport input : inputs) {
      json.writeStartObject();
      writeInput(json, input);
      json.writeEndObject();
    }
    json.writeEndArray();
    if (done.isPresent()) {
      writeSum(json, done.get());
    }
  }

  private static void writeInput(JsonGenerator json, InputReport input) throws IOException {
    json.writeStringField("source", input.source());
    json.writeStringField("verdict", DashedName.of(input.verdict()));
    writeUnsigned(json, "weight", input.weight());
    json.writeNumberField("bytes", input.bytes());
    json.writeNumberField("inputs", input.inputs());
    if (input.format().isPresent()) {
      json.writeStringField("format", input.format().get().toString());
    }
    json.writeObjectFieldStart("functions");
    json.writeNumberField("seen", input.functions().seen());
    json.writeNumberField("used", input.functions().used());
    json.writeNumberField("dropped", input.functions().dropped());
    json.writeNumberField("repaired", input.functions().repaired());
    json.writeEndObject();
    json.writeNumberField("elapsedMicros", input.elapsed().toNanos() / 1000);
    if (input.failure().isPresent()) {
      writeFailure(json, input.failure().get());
    }
    Json.writeFindings(json, input.findings());
  }

  private static void writeFailure(JsonGenerator json, ProfileException failure)
      throws IOException {
    json.writeObjectFieldStart("failure");
    json.writeStringField("kind", failure.kind().name());
    json.writeStringField("detail", Failures.reason(failure));
    if (failure.section().isPresent()) {
      json.writeStringField("section", failure.section().get().name());
    }
    if (failure.offset().isPresent()) {
      json.writeNumberField("offset", failure.offset().getAsLong());
    }
    json.writeEndObject();
  }

  private static void writeSum(JsonGenerator json, MergeReport report) throws IOException {
    SumTotals totals = report.totals();
    json.writeObjectFieldStart("sum");
    json.writeStringField("format", report.format().toString());
    json.writeNumberField("inputsUsed", report.inputsUsed());
    json.writeNumberField("functions", totals.functions());
    json.writeNumberField("functionsRun", totals.functionsRun());
    json.writeNumberField("counters", totals.counters());
    writeUnsigned(json, "totalCount", totals.totalCount());
    writeUnsigned(json, "maxCount", totals.maxCount());
    if (report.hotOverlap().isPresent()) {
      json.writeNumberField("hotOverlapPercent", report.hotOverlap().getAsDouble());
    }
    json.writeNumberField("elapsedMicros", report.elapsed().toNanos() / 1000);
    Json.writeFindings(json, report.sumFindings());
    Json.writeFindings(json, "losses", report.losses());
    json.writeEndObject();
  }

  private static void writeUnsigned(JsonGenerator json, String field, long value)
      throws IOException {
    json.writeFieldName(field);
    json.writeNumber(new BigInteger(Long.toUnsignedString(value)));
  }
}
