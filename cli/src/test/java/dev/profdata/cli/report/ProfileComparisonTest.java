package dev.profdata.cli.report;

import static dev.profdata.cli.report.TextProfiles.function;
import static dev.profdata.cli.report.TextProfiles.functions;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileComparisonTest {
  private static List<String> names(ProfileComparison comparison, ChangeKind kind) {
    return comparison.changes(kind).stream()
        .map(change -> change.function().name().toString())
        .toList();
  }

  @Test
  void eachFunctionHasItsKind() throws IOException {
    ProfileComparison comparison =
        ProfileComparison.of(
            functions(
                function("up", "10"),
                function("down", "60"),
                function("same", "20"),
                function("starts", "0"),
                function("stops", "4"),
                function("leaves", "3"),
                function("edited", 1, "3"),
                function("cold", "0")),
            functions(
                function("up", "60"),
                function("down", "10"),
                function("same", "20"),
                function("starts", "5"),
                function("stops", "0"),
                function("comes", "2"),
                function("edited", 2, "1", "2"),
                function("cold", "0")));
    assertEquals(List.of("up"), names(comparison, ChangeKind.HOTTER));
    assertEquals(List.of("down"), names(comparison, ChangeKind.COLDER));
    assertEquals(List.of("same"), names(comparison, ChangeKind.ALIKE));
    assertEquals(List.of("starts"), names(comparison, ChangeKind.STARTED));
    assertEquals(List.of("stops"), names(comparison, ChangeKind.STOPPED));
    assertEquals(List.of("comes"), names(comparison, ChangeKind.NEW));
    assertEquals(List.of("leaves"), names(comparison, ChangeKind.GONE));
    assertEquals(List.of("edited"), names(comparison, ChangeKind.CODE_CHANGED));
    assertEquals(List.of("cold"), names(comparison, ChangeKind.NEVER_EXECUTED));
    assertEquals(0.4, comparison.overlap(), 1e-9);
  }

  @Test
  void aLongerRunChangesNothing() throws IOException {
    ProfileComparison comparison =
        ProfileComparison.of(
            functions(function("a", "1"), function("b", "3")),
            functions(function("a", "1000"), function("b", "3000")));
    assertEquals(List.of("a", "b"), names(comparison, ChangeKind.ALIKE).stream().sorted().toList());
    assertEquals(1, comparison.overlap(), 1e-9);
  }

  @Test
  void aLargeFactorOfNextToNothingIsNoChange() throws IOException {
    ProfileComparison comparison =
        ProfileComparison.of(
            functions(function("main", "1000000"), function("rare", "1")),
            functions(function("main", "1000000"), function("rare", "50")));
    assertEquals(List.of(), names(comparison, ChangeKind.HOTTER));
  }

  @Test
  void theLargestDifferenceComesFirst() throws IOException {
    ProfileComparison comparison =
        ProfileComparison.of(
            functions(function("tripled", "1"), function("most", "10"), function("falls", "89")),
            functions(function("tripled", "3"), function("most", "28"), function("falls", "69")));
    List<FunctionChange> hotter = comparison.changes(ChangeKind.HOTTER);
    assertEquals(List.of("most", "tripled"), names(comparison, ChangeKind.HOTTER));
    assertEquals(0.18, hotter.get(0).difference(), 1e-9);
    assertEquals(3, hotter.get(1).ratio(), 1e-9);
  }

  @Test
  void localNamesOfOldAndNewCompilersAreTheSame() throws IOException {
    ProfileComparison comparison =
        ProfileComparison.of(
            functions(function("a.c:run", "1")), functions(function("a.c;run", "1")));
    assertEquals(List.of("a.c;run"), names(comparison, ChangeKind.ALIKE));
  }

  @Test
  void anotherVersionOfAFunctionIsNewWhereTheOldOneStays() throws IOException {
    ProfileComparison comparison =
        ProfileComparison.of(
            functions(function("f", 1, "1")),
            functions(function("f", 1, "1"), function("f", 2, "1")));
    assertEquals(List.of("f"), names(comparison, ChangeKind.NEW));
    assertEquals(List.of(), names(comparison, ChangeKind.CODE_CHANGED));
  }

  @Test
  void aProfileWithoutCountsCanBeCompared() throws IOException {
    ProfileComparison comparison =
        ProfileComparison.of(functions(function("f", "0")), functions(function("f", "3")));
    assertEquals(List.of("f"), names(comparison, ChangeKind.STARTED));
    assertTrue(ProfileComparison.of(functions(), functions()).changes(ChangeKind.NEW).isEmpty());
  }
}
