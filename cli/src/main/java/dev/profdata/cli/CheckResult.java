package dev.profdata.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.profdata.Profiles;
import dev.profdata.io.Finding;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.io.ReadOptions;
import dev.profdata.model.ProfileImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code check} found in a profile.
 *
 * @param source its name
 * @param findings what was repaired or is doubtful
 * @param failure why it cannot be used, empty if it can
 */
record CheckResult(String source, List<Finding> findings, Optional<ProfileException> failure) {
  /** Reads a profile to its end, or to where it is damaged. */
  static CheckResult of(ProfileSource source, ReadOptions options) throws IOException {
    List<Finding> findings = new ArrayList<>();
    try (ProfileReader reader = Profiles.open(source, options)) {
      reader.accept(new FindingsOnly(findings));
      return new CheckResult(source.name(), List.copyOf(findings), Optional.empty());
    } catch (ProfileException e) {
      return new CheckResult(source.name(), List.copyOf(findings), Optional.of(e));
    }
  }

  void print(Printer printer) throws IOException {
    for (Finding finding : findings) {
      printer.line(
          "%s: %s: %s".formatted(source, Findings.word(finding), Findings.withoutSource(finding)));
    }
    if (failure.isPresent()) {
      printer.line("%s: error: %s".formatted(source, Failures.reason(failure.get())));
    } else if (findings.isEmpty()) {
      printer.line(source + ": ok");
    }
  }

  static void write(JsonGenerator json, CheckResult result) throws IOException {
    json.writeStringField("file", result.source);
    json.writeBooleanField("usable", result.failure.isEmpty());
    if (result.failure.isPresent()) {
      writeFailure(json, result.failure.get());
    }
    Json.writeFindings(json, result.findings);
  }

  private static void writeFailure(JsonGenerator json, ProfileException failure)
      throws IOException {
    json.writeObjectFieldStart("error");
    json.writeStringField("kind", failure.kind().name());
    json.writeStringField("message", failure.kind().message());
    json.writeStringField("detail", failure.detail());
    if (failure.section().isPresent()) {
      json.writeStringField("section", failure.section().get().name());
    }
    if (failure.offset().isPresent()) {
      json.writeNumberField("offset", failure.offset().getAsLong());
    }
    json.writeEndObject();
  }

  /** Reads on past everything but findings. */
  private record FindingsOnly(List<Finding> findings) implements ProfileVisitor {
    @Override
    public void visitFinding(Finding finding) {
      findings.add(finding);
    }

    @Override
    public void visitImage(ProfileImage image) {}
  }
}
