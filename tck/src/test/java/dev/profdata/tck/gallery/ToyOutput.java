package dev.profdata.tck.gallery;

import dev.profdata.format.ProfileFormat;
import dev.profdata.model.BinaryId;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.ImageCounts;
import dev.profdata.model.NameTable;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.TemporalTrace;
import dev.profdata.model.TraceSet;
import dev.profdata.model.VTable;
import dev.profdata.model.ValueData;
import dev.profdata.model.ValueKind;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/** The bytes of a toy file. */
final class ToyOutput {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  private ToyOutput() {}

  static byte[] file(ProfileFormat format, List<ProfileImage> images, TraceSet traces)
      throws IOException {
    ToyOutput output = new ToyOutput();
    output.out.writeLong(ToyFormats.magic(format));
    output.out.writeInt(images.size());
    for (ProfileImage image : images) {
      output.image(image);
    }
    output.traces(traces);
    return output.bytes.toByteArray();
  }

  private void image(ProfileImage image) throws IOException {
    out.writeLong(image.variant().flags());
    out.writeInt(image.binaryIds().size());
    for (BinaryId id : image.binaryIds()) {
      out.writeByte(id.length());
      out.write(id.bytes());
    }
    names(image.functions().names());
    names(image.vtableNames());
    out.writeInt(image.vtables().size());
    for (VTable table : image.vtables()) {
      out.writeLong(table.nameHash());
      out.writeLong(table.address());
      out.writeLong(table.size());
    }
    functions(image.functions(), image.counts());
  }

  private void names(NameTable names) throws IOException {
    out.writeInt(names.size());
    for (int i = 0; i < names.size(); i++) {
      out.writeShort(names.length(i));
      out.write(names.name(i).bytes());
    }
  }

  private void functions(FunctionTable table, ImageCounts counts) throws IOException {
    out.writeBoolean(counts.hasTimestamps());
    out.writeBoolean(counts.hasUniformCounters());
    out.writeInt(table.size());
    for (int row = 0; row < table.size(); row++) {
      out.writeLong(table.nameHash(row));
      out.writeLong(table.structuralHash(row));
      out.writeLong(counts.timestamp(row));
      out.writeInt(table.counterCount(row));
      for (int i = 0; i < table.counterCount(row); i++) {
        out.writeLong(counts.counter(table.counterStart(row) + i));
        if (counts.hasUniformCounters()) {
          out.writeLong(counts.uniformCounter(table.counterStart(row) + i));
        }
      }
      out.writeInt(table.bitmapSize(row));
      for (int i = 0; i < table.bitmapSize(row); i++) {
        out.writeByte(counts.bitmapByte(table.bitmapStart(row) + i));
      }
      sites(table, row, counts.values());
    }
  }

  private void sites(FunctionTable table, int row, ValueData values) throws IOException {
    for (ValueKind kind : ValueKind.all()) {
      int first = table.firstSite(row, kind);
      int sites = table.siteCount(row, kind);
      out.writeInt(sites);
      for (int site = first; site < first + sites; site++) {
        out.writeInt(values.end(site) - values.start(site));
        for (int pair = values.start(site); pair < values.end(site); pair++) {
          out.writeLong(values.value(pair));
          out.writeLong(values.count(pair));
        }
      }
    }
  }

  private void traces(TraceSet traces) throws IOException {
    out.writeLong(traces.streamSize());
    out.writeInt(traces.traces().size());
    for (TemporalTrace trace : traces.traces()) {
      out.writeLong(trace.weight());
      out.writeInt(trace.size());
      for (int i = 0; i < trace.size(); i++) {
        out.writeLong(trace.nameHash(i));
      }
    }
  }
}
