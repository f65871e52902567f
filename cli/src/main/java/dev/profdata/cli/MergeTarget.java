package dev.profdata.cli;

import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFamily;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.WriteOptions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what a merge writes. */
final class MergeTarget {
  /** What {@code --write-prev-version} writes in every release that has it. */
  private static final int PREVIOUS_VERSION = 11;

  @Mixin private ReleaseOption release = new ReleaseOption();
  @Mixin private ProducerOption producer = new ProducerOption();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = FormatName.class,
      completionCandidates = FormatName.class,
      description = "Write raw:N, indexed:N or text (default: indexed, as the release does)")
  private @Nullable NamedFormat named;

  @Option(names = "--text", description = "Write the text form")
  private boolean text;

  @Option(
      names = {"--binary", "--extbinary"},
      description = "Write the indexed form (default)")
  @SuppressWarnings("unused") // Accepted, but there is nothing to choose.
  private boolean binary;

  @Option(
      names = {"--gcc", "--compbinary"},
      hidden = true)
  private boolean sampleForm;

  @Option(
      names = "--write-prev-version",
      description = "Write indexed version 11, for consumers that are one step behind")
  private boolean previousVersion;

  MergeTarget() {}

  /** Returns the release whose tool is to be imitated, if the caller named one. */
  Optional<LlvmRelease> imitated(Terminal terminal) {
    return release.named(terminal);
  }

  ProfileFormat format(Terminal terminal) {
    if (sampleForm) {
      throw new CommandFailedException("unknown format is specified");
    }
    Optional<LlvmRelease> imitated = release.named(terminal);
    LlvmRelease rules = imitated.orElse(LlvmRelease.newest());
    ProfileFormat format = named == null ? null : named.format();
    if (text || format != null && format.family() == ProfileFamily.TEXT) {
      return format == null || imitated.isPresent() ? ProfileFormat.textFor(rules) : format;
    }
    if (format != null) {
      return imitated.map(format::withRelease).orElse(format);
    }
    ProfileFormat indexed = ProfileFormat.indexedFor(rules);
    return previousVersion && indexed.version() > PREVIOUS_VERSION
        ? ProfileFormat.indexed(PREVIOUS_VERSION).withRelease(rules)
        : indexed;
  }

  /** Puts what the caller said of versions into the options of the writer. */
  WriteOptions applyTo(WriteOptions options) {
    boolean exact = previousVersion || named != null && named.exactVersion();
    return producer.applyTo(options).withExactVersion(exact);
  }
}
