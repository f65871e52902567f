package dev.profdata.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.profdata.io.Finding;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/** Writes JSON: one array with an object for each file. */
final class Json {
  private Json() {}

  /** Prints an array of one object for each element. */
  static <T> void print(Printer printer, List<T> elements, Fields<T> fields) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      json.writeStartArray();
      for (T element : elements) {
        json.writeStartObject();
        fields.write(json, element);
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    printer.line(text.toString());
  }

  /** Prints one object. */
  static <T> void printObject(Printer printer, T element, Fields<T> fields) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      json.writeStartObject();
      fields.write(json, element);
      json.writeEndObject();
    }
    printer.line(text.toString());
  }

  /** Writes the fields of an object. */
  @FunctionalInterface
  interface Fields<T> {
    void write(JsonGenerator json, T element) throws IOException;
  }

  static void writeFindings(JsonGenerator json, List<Finding> findings) throws IOException {
    writeFindings(json, "findings", findings);
  }

  static void writeFindings(JsonGenerator json, String field, List<Finding> findings)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (Finding finding : findings) {
      json.writeStartObject();
      json.writeStringField("category", Findings.word(finding));
      json.writeStringField("kind", finding.kind().name());
      if (finding.function().isPresent()) {
        json.writeStringField("function", finding.function().get());
      }
      if (finding.offset().isPresent()) {
        json.writeNumberField("offset", finding.offset().getAsLong());
      }
      json.writeStringField("detail", finding.detail());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
