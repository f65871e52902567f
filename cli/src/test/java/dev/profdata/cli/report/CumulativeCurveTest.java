package dev.profdata.cli.report;

import static dev.profdata.cli.report.TextProfiles.function;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.format.LlvmRelease;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.ProfileSummary;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CumulativeCurveTest {
  private static CumulativeCurve curve(InstrProfile profile) {
    return CumulativeCurve.of(profile, ProfileFunctions.of(profile).total());
  }

  @Test
  void theCutoffsAreThoseOfTheSummary() throws IOException {
    InstrProfile profile = TextProfiles.read(function("f", "900", "50", "49", "1", "0"));
    CumulativeCurve curve = curve(profile);
    assertEquals(profile.summary(LlvmRelease.newest()).entries(), curve.cutoffs());
    assertTrue(curve.cutoffs().contains(new ProfileSummary.Entry(900_000, 900, 1)));
    assertTrue(curve.cutoffs().contains(new ProfileSummary.Entry(990_000, 49, 3)));
  }

  @Test
  void betweenTheCutoffsThereIsAPointForEachPercent() throws IOException {
    CumulativeCurve curve = curve(TextProfiles.read(function("f", "60", "30", "10")));
    assertTrue(curve.points().contains(new ProfileSummary.Entry(610_000, 30, 2)));
    assertTrue(curve.points().contains(new ProfileSummary.Entry(910_000, 10, 3)));
    assertEquals(99 + 4, curve.points().size());
  }

  @Test
  void aSumBeyond64BitsHasNoCurve() throws IOException {
    CumulativeCurve curve =
        curve(TextProfiles.read(function("f", "1", "18446744073709551615", "7")));
    assertTrue(curve.wrapped());
    assertTrue(curve.points().isEmpty());
  }

  @Test
  void whatNeverRanHasNoCurve() throws IOException {
    CumulativeCurve curve = curve(TextProfiles.read(function("f", "0", "0")));
    assertFalse(curve.wrapped());
    assertTrue(curve.points().isEmpty());
  }
}
