package dev.profdata.cli.report;

import static dev.profdata.cli.report.TextProfiles.MAX;
import static dev.profdata.cli.report.TextProfiles.function;
import static dev.profdata.cli.report.TextProfiles.functions;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.format.ProfileFormat;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.TraceSet;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileFunctionsTest {
  private static List<String> names(List<FunctionCounts> functions) {
    return functions.stream().map(counts -> counts.function().name().toString()).toList();
  }

  @Test
  void sumAndLargestCounterGiveDifferentOrders() throws IOException {
    ProfileFunctions functions =
        functions(
            function("wide", "5", "5", "5"), function("high", "9", "0"), function("cold", "0"));
    assertEquals(List.of("wide", "high"), names(functions.hottestBySum(10)));
    assertEquals(List.of("high", "wide"), names(functions.hottestByMaxCount(10)));
    assertEquals(List.of("wide"), names(functions.hottestBySum(1)));
  }

  @Test
  void functionsAreCountedByWhatRan() throws IOException {
    ProfileFunctions functions =
        functions(function("a", "5", "0", "7"), function("b", "0", "0"), function("c", "12"));
    assertEquals(BigInteger.valueOf(24), functions.total());
    assertEquals(2, functions.executedRecords());
    assertEquals(3, functions.executedCounters());
    assertEquals(0.5, functions.share(functions.hottestBySum(1).get(0)));
  }

  @Test
  void countersAreUnsigned() throws IOException {
    ProfileFunctions functions =
        functions(function("small", "9223372036854775807"), function("large", "1", MAX));
    FunctionCounts hottest = functions.hottestByMaxCount(1).get(0);
    assertEquals("large", hottest.function().name().toString());
    assertEquals(BigInteger.TWO.pow(64), hottest.sum());
    assertEquals(
        BigInteger.TWO.pow(64).add(BigInteger.TWO.pow(63)).subtract(BigInteger.ONE),
        functions.total());
  }

  @Test
  void equalFunctionsKeepTheOrderOfTheFile() throws IOException {
    ProfileFunctions functions =
        functions(function("z", "3"), function("a", "3"), function("m", "3"));
    assertEquals(List.of("z", "a", "m"), names(functions.hottestBySum(10)));
    assertEquals(List.of("z", "a", "m"), names(functions.hottestByMaxCount(10)));
  }

  @Test
  void functionsThatAreOnlyMarkedCountNothing() throws IOException {
    ProfileFunctions functions =
        functions(
            function("hot", MAX, "3"),
            function("warm", "18446744073709551614"),
            function("counted", "3"));
    assertEquals(2, functions.marked());
    assertEquals(List.of("counted"), names(functions.hottestBySum(10)));
    assertEquals(BigInteger.valueOf(3), functions.total());
  }

  @Test
  void theSameFunctionOfTwoImagesIsOne() throws IOException {
    ProfileImage program =
        TextProfiles.read(function("shared", "1", "6") + function("main", "1")).images().get(0);
    ProfileImage library =
        TextProfiles.read(function("shared", "4", "2") + function("shared", 2, "1"))
            .images()
            .get(0);
    ProfileFunctions functions =
        ProfileFunctions.of(
            InstrProfile.of(ProfileFormat.raw(8), List.of(program, library), TraceSet.EMPTY));
    assertEquals(List.of("shared", "main", "shared"), names(functions.hottestBySum(10)));
    FunctionCounts shared = functions.hottestBySum(1).get(0);
    assertEquals(BigInteger.valueOf(13), shared.sum());
    assertEquals(6, shared.maxCount());
    assertTrue(functions.find(shared.key()).isPresent());
    assertEquals(4, functions.executedRecords());
    assertEquals(6, functions.executedCounters());
  }
}
