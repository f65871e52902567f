package dev.profdata.cli;

import dev.profdata.MergeOptions;
import dev.profdata.ProfileMerger;
import dev.profdata.Profiles;
import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFormat;
import dev.profdata.internal.files.AtomicFile;
import dev.profdata.io.MergeFailedException;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.WriteOptions;
import dev.profdata.kernel.FunctionsRun;
import dev.profdata.kernel.KernelCapture;
import dev.profdata.kernel.KernelProfileFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what is made of a capture and where it goes. */
final class KernelOutput {
  @Mixin private LimitOptions limits = new LimitOptions();
  @Mixin private ReleaseOption release = new ReleaseOption();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "Where the profile goes (default: vmlinux.profdata, with --raw vmlinux.profraw)")
  private @Nullable String file;

  @Option(names = "--raw", description = "Keep the bytes of the kernel instead of merging them")
  private boolean raw;

  KernelOutput() {}

  boolean isStandardOutput() {
    return file != null && Terminal.isStandardStream(file);
  }

  private String name() {
    if (file != null) {
      return file;
    }
    return raw ? "vmlinux.profraw" : "vmlinux.profdata";
  }

  /** Fails for what is known to fail before hours are spent on a capture. */
  void check(Terminal terminal) throws IOException {
    release.orNewest(terminal);
    if (!Terminal.isStandardStream(name())) {
      AtomicFile.check(Path.of(name()));
    }
  }

  /** Writes what was captured, whole or not at all, and says how many functions ran. */
  void write(KernelCapture capture, Terminal terminal) throws IOException {
    for (KernelProfileFile vanished : capture.vanished()) {
      terminal.warning(vanished.path() + ": the module was unloaded meanwhile, skipped");
    }
    byte[] profile = raw ? rawBytes(capture) : merge(capture, terminal);
    FunctionsRun run = FunctionsRun.of(ProfileSource.of(name(), profile), limits.reading());
    if (run.functions() == 0) {
      throw new CommandFailedException(
          "the kernel's files hold no function; %s was not written".formatted(name()));
    }
    terminal.writeBytes(name(), profile);
    terminal
        .err()
        .println(
            "%s: %d of %d functions ran (%d bytes from %d files)"
                .formatted(
                    name(), run.ran(), run.functions(), capture.bytes(), capture.files().size()));
  }

  private static byte[] rawBytes(KernelCapture capture) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    capture.writeRaw(bytes);
    return bytes.toByteArray();
  }

  private byte[] merge(KernelCapture capture, Terminal terminal) throws IOException {
    Optional<LlvmRelease> imitated = release.named(terminal);
    MergeMessages messages =
        new MergeMessages(terminal, new ProgressLine(terminal, true), imitated);
    MergeOptions options =
        MergeOptions.DEFAULT
            .withWriting(WriteOptions.DEFAULT.allowingAllLosses())
            .withReading(limits.applyTo(MergeOptions.DEFAULT).reading())
            .imitating(imitated.isPresent())
            .withListener(messages);
    ByteArrayOutputStream sum = new ByteArrayOutputStream();
    try (ProfileMerger merger = Profiles.merger(options)) {
      capture.addTo(merger, limits.reading()).forEach(messages::finding);
      merger.writeTo(sum, ProfileFormat.indexedFor(release.orNewest(terminal)));
    } catch (MergeFailedException e) {
      messages.tellFailures();
      throw new CommandFailedException("no profile can be merged");
    }
    return sum.toByteArray();
  }
}
