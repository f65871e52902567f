package dev.profdata.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.profdata.model.InstrProfile;
import dev.profdata.model.ProfileName;
import dev.profdata.model.ValueKind;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValueSitesTest {
  private static final String CALLS =
      """
      :ir
      caller
      1
      1
      9
      2
      0
      3
      0
      2
      callee:4
      ** External Symbol **:5
      3
      callee:10
      stranger:1
      callee:20
      1
      1
      1
      64:2

      callee
      1
      1
      9
      """;

  private static InstrProfile calls() throws IOException {
    return TextProfiles.read(CALLS);
  }

  @Test
  void sitesThatWereReachedMostComeFirst() throws IOException {
    ValueSites sites = ValueSites.of(calls(), ValueKind.INDIRECT_CALL_TARGET);
    assertEquals(3, sites.total());
    assertEquals(List.of(2, 1), sites.reached().stream().map(ValueSites.Site::number).toList());
    assertEquals(
        List.of(BigInteger.valueOf(31), BigInteger.valueOf(9)),
        sites.reached().stream().map(ValueSites.Site::count).toList());
  }

  @Test
  void repeatedTargetsAreAddedUp() throws IOException {
    ValueSites sites = ValueSites.of(calls(), ValueKind.INDIRECT_CALL_TARGET);
    assertEquals(
        List.of(
            new ValueSites.Target(ProfileName.of("callee").hash(), BigInteger.valueOf(30)),
            new ValueSites.Target(ProfileName.of("stranger").hash(), BigInteger.ONE)),
        sites.reached().get(0).targets());
  }

  @Test
  void targetsAreNamedWhereTheProfileKnowsThem() throws IOException {
    ProfileNames names = new ProfileNames(calls());
    ValueKind kind = ValueKind.INDIRECT_CALL_TARGET;
    ProfileName callee = ProfileName.of("callee");
    assertEquals(Optional.of(callee), names.target(kind, callee.hash()));
    assertEquals(Optional.empty(), names.target(kind, 0));
    assertEquals(Optional.empty(), names.target(ValueKind.MEMOP_SIZE, callee.hash()));
  }

  @Test
  void otherKindsAreApart() throws IOException {
    ValueSites sizes = ValueSites.of(calls(), ValueKind.MEMOP_SIZE);
    assertEquals(1, sizes.total());
    assertEquals(
        List.of(new ValueSites.Target(64, BigInteger.TWO)), sizes.reached().get(0).targets());
    assertEquals(0, ValueSites.of(calls(), ValueKind.VTABLE_TARGET).total());
  }
}
