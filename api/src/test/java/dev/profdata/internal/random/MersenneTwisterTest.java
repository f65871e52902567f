package dev.profdata.internal.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MersenneTwisterTest {
  private static final int CHECKED = 10_000;
  private static final long NUMBER_OF_THE_STANDARD = 4_123_659_995L;

  /** The C++ standard names the ten-thousandth number. */
  @Test
  void theTenThousandthNumberIsThatOfTheStandard() {
    MersenneTwister random = new MersenneTwister();
    for (int i = 1; i < CHECKED; i++) {
      random.next();
    }
    assertEquals(NUMBER_OF_THE_STANDARD, random.next());
  }

  @Test
  void aFractionIsTheNumberOf2To32RoundedToAFloat() {
    assertEquals((float) 3_499_211_612L / 0x1p32f, new MersenneTwister().nextFloat());
    assertEquals((float) 1_791_095_845L / 0x1p32f, new MersenneTwister(1).nextFloat());
  }
}
