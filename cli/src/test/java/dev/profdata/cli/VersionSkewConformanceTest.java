package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.profdata.ConversionReport;
import dev.profdata.Profiles;
import dev.profdata.format.HashGeneration;
import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.Finding;
import dev.profdata.io.FindingKind;
import dev.profdata.io.WriteOptions;
import dev.profdata.model.FunctionRecord;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.ValueKind;
import dev.profdata.model.ValueSite;
import dev.profdata.tck.corpus.Programs;
import dev.profdata.tck.oracle.LlvmTool;
import dev.profdata.tck.oracle.LlvmTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Profiles of one clang, converted for another, are used by it: the other compiles the same program
 * with the converted profile, and each function that it could use counts for has them.
 */
final class VersionSkewConformanceTest {
  private static final List<Integer> RELEASES = List.of(13, 16, 19, 22);
  private static final Pattern FUNCTION =
      Pattern.compile("(?m)^define [^@]*@\"?([\\w.]+)\"?\\(.*$");
  private static final int ALL_FUNCTIONS = 6;

  @TempDir private Path folder = Path.of("");

  static Stream<Arguments> pairs() {
    return RELEASES.stream()
        .flatMap(producer -> RELEASES.stream().map(consumer -> Arguments.of(producer, consumer)));
  }

  /** Compiles and runs the program, and returns its raw profile. */
  private Path profile(int release, String option) throws IOException {
    Path source = Programs.copy(Programs.BRANCHES, folder);
    Path program = folder.resolve("program" + release);
    Path profile = folder.resolve("run%d.profraw".formatted(release));
    LlvmTools.clang(release)
        .run(folder, "-O1", option, source.toString(), "-o", program.toString())
        .succeeded();
    new LlvmTool(List.of("env", "LLVM_PROFILE_FILE=" + profile, program.toString()))
        .run(folder)
        .succeeded();
    return profile;
  }

  /** Returns the functions to which a compiler attached counts of a profile. */
  private Set<String> used(int release, String option, Path profile) throws IOException {
    Path source = Programs.copy(Programs.BRANCHES, folder);
    Path assembly = folder.resolve("used.ll");
    LlvmTools.clang(release)
        .run(
            folder,
            "-O1",
            option + "=" + profile,
            "-S",
            "-emit-llvm",
            source.toString(),
            "-o",
            assembly.toString())
        .succeeded();
    Set<String> functions = new TreeSet<>();
    Matcher matcher = FUNCTION.matcher(Files.readString(assembly));
    while (matcher.find()) {
      if (matcher.group().contains("!prof")) {
        functions.add(matcher.group(1));
      }
    }
    return functions;
  }

  private static Set<FindingKind> kinds(List<Finding> findings) {
    Set<FindingKind> kinds = new TreeSet<>();
    findings.forEach(finding -> kinds.add(finding.kind()));
    return kinds;
  }

  private ConversionReport convert(Path source, Path target, int producer, int consumer)
      throws IOException {
    WriteOptions options =
        WriteOptions.DEFAULT.withProducer(LlvmRelease.of(producer)).allowingAllLosses();
    return Profiles.convert(
        source, target, ProfileFormat.indexedFor(LlvmRelease.of(consumer)), options);
  }

  @ParameterizedTest(name = "clang {0} for clang {1}")
  @MethodSource("pairs")
  void frontEndProfilesLoseNoFunctionThatTheyNeedNot(int producer, int consumer)
      throws IOException {
    Path source = profile(producer, "-fprofile-instr-generate");
    Path converted = folder.resolve("converted.profdata");
    ConversionReport report = convert(source, converted, producer, consumer);
    Set<String> used = used(consumer, "-fprofile-instr-use", converted);

    HashGeneration own = HashGeneration.of(LlvmRelease.of(producer));
    HashGeneration other = HashGeneration.of(LlvmRelease.of(consumer));
    if (own.compareTo(other) <= 0) {
      assertEquals(ALL_FUNCTIONS, used.size(), used::toString);
      assertEquals(Set.of(), lossesOfHashes(report));
      assertEquals(
          own != other, kinds(report.findings()).contains(FindingKind.KEPT_HASH_GENERATION));
    } else {
      assertEquals(Set.of(FindingKind.HASH_GENERATION), lossesOfHashes(report));
      Set<String> kept = new TreeSet<>();
      Profiles.read(source)
          .functions()
          .filter(function -> !own.mayDiffer(other, function.structuralHash()))
          .forEach(function -> kept.add(plainName(function)));
      assertTrue(used.containsAll(kept), () -> used + " lacks some of " + kept);
      assertFalse(used.containsAll(Set.of("local_long", "global_long")), used::toString);
      assertFalse(kept.contains("global_long"));
    }
  }

  private static Set<FindingKind> lossesOfHashes(ConversionReport report) {
    Set<FindingKind> losses = kinds(report.losses());
    losses.retainAll(Set.of(FindingKind.HASH_GENERATION));
    return losses;
  }

  private static String plainName(FunctionRecord function) {
    String name = function.name().toString();
    return name.substring(Math.max(name.lastIndexOf(':'), name.lastIndexOf(';')) + 1);
  }

  private static Map<String, Long> hashes(InstrProfile profile) {
    Map<String, Long> hashes = new TreeMap<>();
    profile
        .functions()
        .forEach(function -> hashes.put(plainName(function), function.structuralHash()));
    return hashes;
  }

  @ParameterizedTest(name = "clang {0} for clang {1}")
  @MethodSource("pairs")
  void irProfilesAreUsedWhereTheControlFlowIsTheSame(int producer, int consumer)
      throws IOException {
    Path source = profile(producer, "-fprofile-generate");
    Path converted = folder.resolve("converted.profdata");
    ConversionReport report = convert(source, converted, producer, consumer);
    Set<String> used = used(consumer, "-fprofile-use", converted);

    Path own = producer == consumer ? source : profile(consumer, "-fprofile-generate");
    Map<String, Long> wanted = hashes(Profiles.read(own));
    Set<String> usable = new TreeSet<>();
    hashes(Profiles.read(source))
        .forEach(
            (name, hash) -> {
              if (hash.equals(wanted.get(name))) {
                usable.add(name);
              }
            });
    assertTrue(usable.contains("local_long") && usable.contains("apply"), usable::toString);
    assertTrue(used.containsAll(usable), () -> used + " lacks some of " + usable);
    assertEquals(
        producer >= 18 && consumer < 18,
        kinds(report.findings()).contains(FindingKind.RESPELT_LOCAL_NAMES));
  }

  @ParameterizedTest(name = "clang {0} for clang {1}")
  @MethodSource("pairs")
  void callTargetsFollowTheNamesOfLocalFunctions(int producer, int consumer) throws IOException {
    Path source = profile(producer, "-fprofile-generate");
    Path converted = folder.resolve("converted.profdata");
    convert(source, converted, producer, consumer);
    FunctionRecord apply =
        Profiles.read(converted)
            .functions()
            .filter(function -> plainName(function).equals("apply"))
            .findFirst()
            .orElseThrow();
    ValueKind kind = ValueKind.INDIRECT_CALL_TARGET;
    Set<String> targets = new TreeSet<>();
    for (ValueSite site : apply.valueSites(kind)) {
      for (ValueSite.Value value : site.values()) {
        apply.targetName(kind, value).ifPresent(name -> targets.add(name.toString()));
      }
    }
    assertEquals(4, targets.size(), targets::toString);
    assertEquals(
        producer >= 18 && consumer >= 18,
        targets.stream().anyMatch(name -> name.contains(";")),
        targets::toString);
  }
}
