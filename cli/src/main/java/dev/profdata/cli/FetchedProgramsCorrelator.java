package dev.profdata.cli;

import dev.profdata.Profiles;
import dev.profdata.io.CorrelationKind;
import dev.profdata.io.ErrorKind;
import dev.profdata.io.Limits;
import dev.profdata.io.MalformedProfileException;
import dev.profdata.io.ProfileCorrelator;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileSource;
import dev.profdata.model.BinaryId;
import dev.profdata.model.FunctionTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Joins each image with the program of its build id, which is found when it is first asked for. May
 * be used by several threads.
 */
final class FetchedProgramsCorrelator implements ProfileCorrelator {
  private static final String UNSUPPORTED = "unsupported profile binary correlation when there ";

  private final CorrelationKind kind;
  private final ProgramFinder finder;
  private final Limits limits;
  private final ProbeWarnings warnings;
  private final Map<BinaryId, ProfileCorrelator> programs = new HashMap<>();

  FetchedProgramsCorrelator(
      CorrelationKind kind, ProgramFinder finder, Limits limits, ProbeWarnings warnings) {
    this.kind = kind;
    this.finder = finder;
    this.limits = limits;
    this.warnings = warnings;
  }

  @Override
  public synchronized Optional<FunctionTable> functions(Request request) throws IOException {
    BinaryId id = onlyId(request);
    ProfileCorrelator program = programs.get(id);
    if (program == null) {
      program = open(request, id);
      programs.put(id, program);
    }
    return program.functions(request);
  }

  private static BinaryId onlyId(Request request) throws ProfileException {
    List<BinaryId> ids = request.binaryIds();
    if (ids.isEmpty()) {
      throw refuse(request, UNSUPPORTED + "is no build ID in a profile");
    }
    if (ids.size() > 1) {
      throw refuse(request, UNSUPPORTED + "are multiple build IDs in a profile");
    }
    return ids.get(0);
  }

  private ProfileCorrelator open(Request request, BinaryId id) throws IOException {
    Path program = find(request, id);
    try {
      return Profiles.correlator(kind, ProfileSource.of(program), limits, warnings::print);
    } catch (ProfileException e) {
      throw refuse(request, "%s (%s)".formatted(e.detail(), program));
    }
  }

  private Path find(Request request, BinaryId id) throws ProfileException {
    String missing = "Missing build ID: " + id;
    try {
      return finder.find(id).orElseThrow(() -> refuse(request, missing));
    } catch (ProfileException e) {
      throw e;
    } catch (IOException e) {
      throw refuse(request, "%s (%s)".formatted(missing, Failures.describe(e)));
    }
  }

  private static ProfileException refuse(Request request, String detail) {
    return new MalformedProfileException(
        ErrorKind.UNABLE_TO_CORRELATE_PROFILE, request.source(), detail);
  }
}
