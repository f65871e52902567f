package dev.profdata.raw;

import dev.profdata.internal.bytes.BoundedReader;
import dev.profdata.internal.bytes.ValueDataBlock;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.Finding;
import dev.profdata.io.FindingKind;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileSection;
import dev.profdata.io.ProfileTooLargeException;
import dev.profdata.model.ValueData;
import dev.profdata.model.ValueKind;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads the value data of an image: a block for each record that has value sites, in the order of
 * the records.
 */
final class RawValues {
  private static final int NOT_CUT = -1;

  /** Functions have a few sites; only damage claims many that nothing in the file stands for. */
  private static final long EMPTY_SITES_OF_A_FUNCTION = 4096;

  private static final long EMPTY_SITES_ALWAYS_ALLOWED = 1 << 18;

  private final BoundedReader rest;
  private final RawFunctions functions;
  private final int kinds;
  private final LongUnaryOperator[] resolvers;
  private final Consumer<Finding> findings;
  private final boolean mayBeCut;
  private final ValueData.Builder data = ValueData.builder();
  private int rowsBeforeCut = NOT_CUT;
  private @Nullable RawDamage damage;

  /**
   * Prepares to read.
   *
   * @param rest positioned behind the sections of the image
   * @param resolvers turn a value of each kind into what the profile means by it
   * @param mayBeCut whether sites have no values where the file ends before them
   */
  RawValues(
      BoundedReader rest,
      RawFunctions functions,
      int kinds,
      LongUnaryOperator[] resolvers,
      boolean mayBeCut,
      Consumer<Finding> findings) {
    this.rest = rest;
    this.functions = functions;
    this.kinds = kinds;
    this.resolvers = resolvers.clone();
    this.mayBeCut = mayBeCut;
    this.findings = findings;
  }

  /** Returns the first record whose block is damaged. */
  @Nullable RawDamage damage() {
    return damage;
  }

  /**
   * Reads the blocks of the first {@code rows} records, and leaves the reader behind the last.
   *
   * @param magic the first word of an image, which may follow where value data is missing
   */
  ValueData read(int rows, long magic) throws IOException {
    boolean expected = functions.haveSites();
    if (expected && isMissing(magic)) {
      findings.accept(
          Finding.at(
              FindingKind.MISSING_VALUE_DATA,
              rest.source(),
              rest.position(),
              "value sites are announced but there is no value data: taken as empty"));
      return ValueData.ofEmptySites(checkedSites(rest, functions.totalSites(rows), rows));
    }
    RowSites sites = new RowSites();
    for (int row = 0; row < rows; row++) {
      if (functions.sites(row) > 0) {
        if (mayBeCut && ValueDataBlock.isCutOff(rest, kinds)) {
          rowsBeforeCut = row;
          addEmptySites(row, rows);
          break;
        }
        try {
          sites.begin(row);
          ValueDataBlock.read(rest, kinds, sites);
        } catch (ProfileException e) {
          damage = new RawDamage(row, e);
          break;
        }
      }
    }
    return data.build();
  }

  private void addEmptySites(int from, int to) throws IOException {
    long before = functions.totalSites(from);
    int sites = checkedSites(rest, functions.totalSites(to) - before, to);
    for (int i = 0; i < sites; i++) {
      data.beginSite();
    }
    rest.seek(rest.end());
  }

  /** Returns a number of sites without values, if so many functions may have so many. */
  static int checkedSites(BoundedReader rest, long sites, int functions)
      throws ProfileTooLargeException {
    long allowed = Math.max(EMPTY_SITES_ALWAYS_ALLOWED, functions * EMPTY_SITES_OF_A_FUNCTION);
    if (sites > Math.min(allowed, Integer.MAX_VALUE - Long.BYTES)) {
      throw new ProfileTooLargeException(
          rest.source(),
          "value sites without values",
          sites,
          allowed,
          "the number of functions",
          ProfileSection.VALUE_DATA,
          rest.start());
    }
    return (int) sites;
  }

  /** Returns how many rows lost their values to the end of the file, after {@link #read}. */
  int rowsWithoutValues(int rows) {
    int without = 0;
    for (int row = rowsBeforeCut; row != NOT_CUT && row < rows; row++) {
      without += functions.sites(row) > 0 ? 1 : 0;
    }
    return without;
  }

  /**
   * Tells whether there is no value data where it should begin; moves over the eight zero bytes
   * that some kernels write too many.
   */
  private boolean isMissing(long magic) throws IOException {
    if (endsOrContinues(magic)) {
      return true;
    }
    long began = rest.position();
    if (rest.remaining() >= Long.BYTES && rest.u64() == 0) {
      findings.accept(
          Finding.at(
              FindingKind.SURPLUS_NAME_PADDING,
              rest.source(),
              began,
              "skipped 8 zero bytes too many after the names"));
      return endsOrContinues(magic);
    }
    rest.seek(began);
    return false;
  }

  /** Tells whether only zeros are left, or the next image begins. */
  private boolean endsOrContinues(long magic) throws IOException {
    long began = rest.position();
    boolean next =
        rest.remaining() >= Long.BYTES ? rest.u64() == magic : mayBeCut && isStartOf(magic);
    rest.seek(began);
    rest.skipZeros();
    boolean end = rest.remaining() == 0;
    rest.seek(began);
    return next || end;
  }

  /** Tells whether the rest is the start of a magic, which no block begins with. */
  private boolean isStartOf(long magic) throws IOException {
    boolean little = rest.order().equals(ByteOrder.LITTLE_ENDIAN);
    long left = little ? magic : Long.reverseBytes(magic);
    boolean same = rest.remaining() > 0;
    while (same && rest.remaining() > 0) {
      same = rest.u8() == (left & 0xFF);
      left >>>= Byte.SIZE;
    }
    return same;
  }

  /** Takes the block of one record in and checks it against the record. */
  private final class RowSites implements ValueDataBlock.Visitor {
    private int row;
    private int nextKind;

    void begin(int next) {
      row = next;
      nextKind = 0;
    }

    @Override
    public void kind(ValueKind kind, int sites) throws IOException {
      if (kind.number() < nextKind) {
        throw rest.error(
            ErrorKind.MALFORMED,
            rest.position(),
            "value data has kind %d twice or out of order".formatted(kind.number()));
      }
      skipTo(kind.number());
      nextKind = kind.number() + 1;
      if (kind.number() >= functions.siteCounts.length
          || functions.siteCounts[kind.number()][row] != sites) {
        throw rest.error(
            ErrorKind.MALFORMED,
            rest.position(),
            "value data of %d sites of kind %d, the record has %d"
                .formatted(sites, kind.number(), announced(kind.number())));
      }
    }

    private int announced(int kind) {
      return kind < functions.siteCounts.length ? functions.siteCounts[kind][row] : 0;
    }

    private void skipTo(int kind) throws IOException {
      for (; nextKind < kind; nextKind++) {
        if (announced(nextKind) > 0) {
          throw rest.error(
              ErrorKind.MALFORMED,
              rest.position(),
              "value data lacks kind %d, of which the record has sites".formatted(nextKind));
        }
      }
    }

    @Override
    public void site(ValueKind kind) {
      data.beginSite();
    }

    @Override
    public void value(ValueKind kind, long value, long count) {
      data.add(resolvers[kind.number()].applyAsLong(value), count, value);
    }

    @Override
    public void end() throws IOException {
      skipTo(kinds);
    }
  }
}
