package dev.profdata.tck.gallery;

import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.Limit;
import dev.profdata.io.Limits;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileSection;
import dev.profdata.io.ReadOptions;
import dev.profdata.model.BinaryId;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.ImageCounts;
import dev.profdata.model.NameTable;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileVariant;
import dev.profdata.model.VTable;
import dev.profdata.model.ValueData;
import dev.profdata.model.ValueKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads an image of a toy file, in the order in which {@link ToyOutput} writes it. */
final class ToyImageReader {
  private static final int SMALLEST_FUNCTION = 44;
  private static final int VTABLE_BYTES = 24;
  private static final long VERSION_BITS = 0xFFFF_FFFFL;

  private final ToyInput in;
  private final FunctionTable.Builder functions = FunctionTable.builder();
  private final ValueData.Builder values = ValueData.builder();
  private final long[] counters;
  private final long[] twins;
  private final byte[] bitmap;
  private int counterCount;
  private int bitmapBytes;

  private ToyImageReader(ToyInput in) {
    this.in = in;
    this.counters = new long[in.remaining() / Long.BYTES];
    this.twins = new long[counters.length];
    this.bitmap = new byte[in.remaining()];
  }

  static ProfileVariant variant(ToyInput in) throws ProfileException {
    long flags = in.u64();
    if ((flags & VERSION_BITS) != 0) {
      throw in.error(ErrorKind.MALFORMED, "flags where none can be");
    }
    return ProfileVariant.ofVersionWord(flags);
  }

  static ProfileImage read(ToyInput in, ProfileFormat format, ReadOptions options)
      throws ProfileException {
    ProfileVariant variant = variant(in);
    List<BinaryId> ids = binaryIds(in);
    NameTable names = names(in);
    NameTable vtableNames = names(in);
    List<VTable> vtables = vtables(in);
    ToyImageReader reader = new ToyImageReader(in);
    ImageCounts.Builder counts = reader.functions(options.limits());
    return ProfileImage.builder(format, reader.functions.build(names), counts.build())
        .variant(variant)
        .binaryIds(ids)
        .vtables(vtableNames, vtables)
        .build();
  }

  private static List<BinaryId> binaryIds(ToyInput in) throws ProfileException {
    List<BinaryId> ids = new ArrayList<>();
    for (int left = in.count(2); left > 0; left--) {
      int length = in.u8();
      if (length == 0) {
        throw in.error(ErrorKind.MALFORMED, "a binary id without bytes");
      }
      ids.add(BinaryId.of(in.bytes(length)));
    }
    return ids;
  }

  private static NameTable names(ToyInput in) throws ProfileException {
    NameTable.Builder names = NameTable.builder();
    for (int left = in.count(Short.BYTES); left > 0; left--) {
      byte[] name = in.bytes(in.u16());
      names.add(name, 0, name.length);
    }
    return names.build();
  }

  private static List<VTable> vtables(ToyInput in) throws ProfileException {
    List<VTable> vtables = new ArrayList<>();
    for (int left = in.count(VTABLE_BYTES); left > 0; left--) {
      vtables.add(new VTable(in.u64(), in.u64(), in.u64()));
    }
    return vtables;
  }

  private ImageCounts.Builder functions(Limits limits) throws ProfileException {
    boolean timed = in.u8() != 0;
    boolean uniform = in.u8() != 0;
    int at = in.position();
    int count = in.count(SMALLEST_FUNCTION);
    limits.check(Limit.FUNCTIONS, count, in.source(), ProfileSection.HEADER, at);
    long[] times = new long[count];
    for (int row = 0; row < count; row++) {
      functions.addRow(in.u64(), in.u64());
      times[row] = in.u64();
      counters(uniform);
      bitmap();
      sites();
    }
    ImageCounts.Builder counts =
        ImageCounts.builder()
            .counters(counters, counterCount)
            .bitmap(Arrays.copyOf(bitmap, bitmapBytes))
            .values(values.build());
    if (timed) {
      counts.timestamps(times);
    }
    return uniform ? counts.uniformCounters(twins) : counts;
  }

  private void counters(boolean uniform) throws ProfileException {
    int start = counterCount;
    for (int left = in.count(Long.BYTES); left > 0; left--) {
      counters[counterCount] = in.u64();
      twins[counterCount++] = uniform ? in.u64() : 0;
    }
    functions.counters(start, counterCount - start);
  }

  private void bitmap() throws ProfileException {
    int start = bitmapBytes;
    for (int left = in.count(1); left > 0; left--) {
      bitmap[bitmapBytes++] = (byte) in.u8();
    }
    functions.bitmap(start, bitmapBytes - start);
  }

  private void sites() throws ProfileException {
    for (ValueKind kind : ValueKind.all()) {
      int sites = in.count(Integer.BYTES);
      functions.sites(kind, sites);
      for (int site = 0; site < sites; site++) {
        values.beginSite();
        for (int left = in.count(2 * Long.BYTES); left > 0; left--) {
          values.add(in.u64(), in.u64());
        }
      }
    }
  }
}
