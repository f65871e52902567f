package dev.profdata.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.profdata.format.ProfileFormat;
import dev.profdata.model.FunctionTable;
import dev.profdata.model.ImageCounts;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.NameTable;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileName;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceStepsTest {
  private static final String TRACES =
      """
      :ir
      :temporal_prof_traces
      2
      5
      1
      main,absent,
      3
      work,main,
      main
      1
      1
      7
      work
      1
      2
      4
      40
      """;

  private static TraceSteps.Step step(String name, long maxCount) {
    return new TraceSteps.Step(ProfileName.of(name).hash(), maxCount);
  }

  @Test
  void theHeaviestTraceComesFirst() throws IOException {
    assertEquals(
        List.of(
            new TraceSteps(3, List.of(step("work", 40), step("main", 7))),
            new TraceSteps(1, List.of(step("main", 7), step("absent", 0)))),
        TraceSteps.of(TextProfiles.read(TRACES), 5));
  }

  @Test
  void theLimitLeavesTheHeaviest() throws IOException {
    InstrProfile profile = TextProfiles.read(TRACES);
    assertEquals(3, TraceSteps.of(profile, 1).get(0).weight());
    assertEquals(1, TraceSteps.of(profile, 1).size());
    assertEquals(2, TraceSteps.count(profile));
  }

  @Test
  void timeStampsOfARawProfileAreATrace() {
    NameTable.Builder names = NameTable.builder();
    FunctionTable.Builder table = FunctionTable.builder();
    for (String name : List.of("second", "never", "first")) {
      names.add(ProfileName.of(name));
      int row = table.addRow(ProfileName.of(name).hash(), 1);
      table.counters(row, 1);
    }
    ImageCounts counts =
        ImageCounts.builder()
            .counters(new long[] {5, 0, 1})
            .timestamps(new long[] {-1, 0, 3})
            .build();
    InstrProfile profile =
        InstrProfile.of(
            ProfileImage.builder(ProfileFormat.raw(10), table.build(names.build()), counts)
                .build());
    assertEquals(
        List.of(new TraceSteps(1, List.of(step("first", 1), step("second", 5)))),
        TraceSteps.of(profile, 5));
  }
}
