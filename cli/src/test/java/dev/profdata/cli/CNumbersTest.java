package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CNumbersTest {
  @Test
  void halvesAreRoundedToEven() {
    assertEquals("0.12", CNumbers.fixed(0.125, 2));
    assertEquals("0.38", CNumbers.fixed(0.375, 2));
  }

  @Test
  void theExactBinaryValueIsRounded() {
    // 1.005 is a little less than it says.
    assertEquals("1.00", CNumbers.fixed(1.005, 2));
  }

  @Test
  void largeCountsAreUnsigned() {
    assertEquals("100.00%", CNumbers.percent(-1, -1));
    assertEquals("50.00%", CNumbers.percent(Long.MIN_VALUE, -1));
  }

  @Test
  void generalNumbersDropTrailingZeros() {
    assertEquals("99.9999", CNumbers.general(99.9999f));
    assertEquals("80", CNumbers.general(80f));
    assertEquals("0", CNumbers.general(0));
    assertEquals("0.0001", CNumbers.general(0.0001));
    assertEquals("1e-05", CNumbers.general(0.00001));
    assertEquals("1.5e+06", CNumbers.general(1_500_000));
  }

  @Test
  void exponentialNumbersHaveSixDecimals() {
    assertEquals("0.000000e+00", CNumbers.exponential(0));
    assertEquals("2.000000e+00", CNumbers.exponential(2));
    assertEquals("1.234568e+07", CNumbers.exponential(12_345_678));
    assertEquals("1.000000e+07", CNumbers.exponential(9_999_999.9));
    assertEquals("2.500000e-01", CNumbers.exponential(0.25));
  }
}
