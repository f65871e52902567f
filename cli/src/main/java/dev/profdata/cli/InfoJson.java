package dev.profdata.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFamily;
import dev.profdata.format.ProfileFormat;
import dev.profdata.model.BinaryId;
import dev.profdata.model.ProfileVariant;
import java.io.IOException;
import java.nio.ByteOrder;

/** Writes facts for programs. */
final class InfoJson {
  private InfoJson() {}

  static void write(JsonGenerator json, ProfileFacts facts) throws IOException {
    json.writeStringField("file", facts.source());
    writeFormat(json, facts.format());
    writeVariant(json, facts.variant());
    json.writeNumberField("images", facts.images());
    json.writeNumberField("functions", facts.functions());
    json.writeNumberField("counters", facts.counters());
    json.writeNumberField("bitmapBytes", facts.bitmapBytes());
    json.writeNumberField("valueSites", facts.valueSites());
    json.writeNumberField("values", facts.values());
    json.writeNumberField("temporalTraces", facts.traces());
    json.writeArrayFieldStart("binaryIds");
    for (BinaryId id : facts.binaryIds()) {
      json.writeString(id.toString());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("readByLlvm");
    for (LlvmRelease release : facts.readers()) {
      json.writeNumber(release.major());
    }
    json.writeEndArray();
    Json.writeFindings(json, facts.findings());
  }

  private static void writeFormat(JsonGenerator json, ProfileFormat format) throws IOException {
    json.writeStringField("family", format.family().label());
    if (format.family() != ProfileFamily.TEXT) {
      json.writeNumberField("version", format.version());
    }
    if (format.dialect().isPresent()) {
      json.writeStringField("dialect", format.dialect().get());
    }
    if (format.family() == ProfileFamily.RAW) {
      json.writeNumberField("pointerBits", format.pointerBits());
      boolean big = format.byteOrder() == ByteOrder.BIG_ENDIAN;
      json.writeStringField("byteOrder", big ? "big-endian" : "little-endian");
    }
  }

  private static void writeVariant(JsonGenerator json, ProfileVariant variant) throws IOException {
    json.writeStringField("level", variant.isIrLevel() ? "IR" : "front end");
    json.writeStringField("instrumentation", variant.toString());
    json.writeStringField("variantFlags", "0x%016x".formatted(variant.flags()));
  }
}
