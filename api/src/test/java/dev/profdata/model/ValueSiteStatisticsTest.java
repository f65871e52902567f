package dev.profdata.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.profdata.format.ProfileFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValueSiteStatisticsTest {
  @Test
  void sitesOfOneKindAreCounted() {
    ImageBuilder image = new ImageBuilder(ProfileFormat.text());
    image.function(ProfileName.of("f"), 1).counter(1);
    image.site(ValueKind.INDIRECT_CALL_TARGET).value(1, 1).value(2, 1);
    image.site(ValueKind.INDIRECT_CALL_TARGET);
    image.site(ValueKind.MEMOP_SIZE).value(8, 1);
    image.function(ProfileName.of("g"), 1).counter(1);
    image.site(ValueKind.INDIRECT_CALL_TARGET).value(3, 1).value(4, 1);
    InstrProfile profile = InstrProfile.of(image.build());
    ValueSiteStatistics calls = ValueSiteStatistics.of(profile, ValueKind.INDIRECT_CALL_TARGET);
    assertEquals(3, calls.sites());
    assertEquals(2, calls.sitesWithValues());
    assertEquals(4, calls.values());
    assertEquals(Map.of(2, 2L), calls.histogram());
    assertEquals(1, ValueSiteStatistics.of(profile, ValueKind.MEMOP_SIZE).sites());
    assertEquals(0, ValueSiteStatistics.of(profile, ValueKind.VTABLE_TARGET).sites());
  }
}
