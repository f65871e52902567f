package dev.profdata.tck.corpus;

import dev.profdata.io.CorrelationKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A profile of counters only, the program that wrote it without its code, and what LLVM's tool
 * merges of both.
 *
 * @param name of its files, without their endings
 * @param kind where the functions are found
 * @param release of the compiler and the tool
 * @since 0.1
 */
public record CorrelatedSample(String name, CorrelationKind kind, int release) {
  /** Returns all samples. */
  public static List<CorrelatedSample> all() {
    return List.of(
        of("debug", CorrelationKind.DEBUG_INFO, 14),
        of("dwarf4", CorrelationKind.DEBUG_INFO, 16),
        of("binary", CorrelationKind.BINARY, 19),
        of("debug", CorrelationKind.DEBUG_INFO, 22),
        of("wide", CorrelationKind.DEBUG_INFO, 22),
        of("packed", CorrelationKind.DEBUG_INFO, 22),
        of("front", CorrelationKind.DEBUG_INFO, 22),
        of("time", CorrelationKind.DEBUG_INFO, 22),
        of("timebytes", CorrelationKind.DEBUG_INFO, 22),
        of("binaryfront", CorrelationKind.BINARY, 22),
        of("bits", CorrelationKind.DEBUG_INFO, 23),
        of("binarybits", CorrelationKind.BINARY, 23));
  }

  private static CorrelatedSample of(String subject, CorrelationKind kind, int release) {
    return new CorrelatedSample(subject + "-" + release, kind, release);
  }

  /** Returns the program. */
  public byte[] program() throws IOException {
    return read(".elf");
  }

  /** Returns the raw profile. */
  public byte[] profile() throws IOException {
    return read(".profraw");
  }

  /** Returns the merged profile. */
  public byte[] merged() throws IOException {
    return read(".profdata");
  }

  private byte[] read(String ending) throws IOException {
    return Resources.read("correlated/" + name + ending);
  }

  /** Copies the program into a folder and returns where it is. */
  public Path copyProgram(Path folder) throws IOException {
    return Files.write(folder.resolve(name + ".elf"), program());
  }

  /** Copies the raw profile into a folder and returns where it is. */
  public Path copyProfile(Path folder) throws IOException {
    return Files.write(folder.resolve(name + ".profraw"), profile());
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name;
  }
}
