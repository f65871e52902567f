package dev.profdata.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void digitsStandInGroupsOfThree() {
    assertEquals("0", Numbers.unsigned(0));
    assertEquals("1,234,567", Numbers.unsigned(1234567));
    assertEquals("18,446,744,073,709,551,615", Numbers.unsigned(-1));
    assertEquals("18,446,744,073,709,551,616", Numbers.grouped(BigInteger.TWO.pow(64)));
  }

  @Test
  void whatIsNotNothingDoesNotLookLikeNothing() {
    assertEquals("0.00%", Numbers.percent(0));
    assertEquals("<0.01%", Numbers.percent(0.00001));
    assertEquals("12.35%", Numbers.percent(0.12345));
    assertEquals("<\u00d70.01", Numbers.ratio(0.001));
    assertEquals("\u00d71.50", Numbers.ratio(1.5));
    assertEquals(">\u00d71,000", Numbers.ratio(12345));
  }

  @Test
  void differencesHaveASign() {
    assertEquals("+1.50", Numbers.points(0.015));
    assertEquals("\u22121.50", Numbers.points(-0.015));
  }

  @Test
  void theLocaleOfTheMachineDoesNotMatter() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertEquals("1,234", Numbers.grouped(1234));
      assertEquals("12.50%", Numbers.percent(0.125));
      assertEquals("50.0", Numbers.bar(0.5));
    } finally {
      Locale.setDefault(before);
    }
  }
}
