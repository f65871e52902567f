package dev.profdata;

import dev.profdata.format.ProfileFormat;
import dev.profdata.internal.files.AtomicFile;
import dev.profdata.io.Finding;
import dev.profdata.io.ForwardingVisitor;
import dev.profdata.io.ProfileCollector;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.io.ProfileWriter;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.ProfileImage;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds profiles up and writes the sum.
 *
 * <p>Inputs are read when the sum is asked for, because the rules of addition are those of the
 * target's release; the same inputs may be summed for several targets. The sum does not depend on
 * anything but the inputs, their order and the target. Confined to one thread.
 *
 * @since 0.1
 */
public final class ProfileMerger implements Closeable {
  private final ProfileProviders providers;
  private final MergeOptions options;
  private final List<MergeInput> inputs = new ArrayList<>();

  ProfileMerger(ProfileProviders providers, MergeOptions options) {
    this.providers = providers;
    this.options = options;
  }

  /** Adds a file, once. */
  public ProfileMerger add(Path path) {
    return add(path, 1);
  }

  /**
   * Adds a file.
   *
   * @param weight by how much its counts are multiplied, unsigned, at least 1
   */
  public ProfileMerger add(Path path, long weight) {
    return add(ProfileSource.of(path), weight);
  }

  /** Adds a source with a weight, unsigned, at least 1. */
  public ProfileMerger add(ProfileSource source, long weight) {
    inputs.add(new MergeInput.OfSource(source, checked(weight)));
    return this;
  }

  /** Adds a profile in memory with a weight, unsigned, at least 1. */
  public ProfileMerger add(InstrProfile profile, long weight) {
    inputs.add(new MergeInput.OfProfile(profile, checked(weight)));
    return this;
  }

  private static long checked(long weight) {
    if (weight == 0) {
      throw new IllegalArgumentException("a weight is at least 1");
    }
    return weight;
  }

  /**
   * Writes the sum to a file, which appears whole or not at all.
   *
   * @throws dev.profdata.io.MergeFailedException if inputs could not be used and the failure mode
   *     does not allow that
   * @throws dev.profdata.io.LossyConversionException if the target cannot hold the sum
   * @throws java.nio.file.NoSuchFileException if an input does not exist, in every failure mode
   * @throws IOException if an input cannot be read or the output cannot be written
   */
  public MergeReport writeTo(Path target, ProfileFormat format) throws IOException {
    MergeRun run = run(format);
    try (AtomicFile file = AtomicFile.create(target)) {
      MergeReport report = write(run, file.stream());
      file.commit();
      return report;
    }
  }

  /**
   * Writes the sum to a stream, which stays open.
   *
   * @throws IOException as {@link #writeTo(Path, ProfileFormat)}
   */
  public MergeReport writeTo(OutputStream out, ProfileFormat format) throws IOException {
    return write(run(format), out);
  }

  private MergeReport write(MergeRun run, OutputStream out) throws IOException {
    HashGenerations.Plan plan = run.plan();
    ProfileWriter writer = providers.newWriter(plan.format(), out, options.writing());
    Counting counted = new Counting(writer);
    counted.findings.addAll(plan.warnings());
    run.accept(counted);
    List<Finding> losses = new ArrayList<>(plan.losses());
    losses.addAll(writer.losses());
    counted.findings.forEach(options.listener()::finding);
    losses.forEach(options.listener()::finding);
    return new MergeReport(
        plan.format(), run.reports(), counted.functions, counted.findings, losses);
  }

  /**
   * Returns the sum in memory, by the rules of a target.
   *
   * @throws IOException as {@link #writeTo(Path, ProfileFormat)}
   */
  public InstrProfile merge(ProfileFormat format) throws IOException {
    ProfileCollector collector = new ProfileCollector(format);
    run(format).accept(collector);
    return collector.profile();
  }

  private MergeRun run(ProfileFormat format) throws IOException {
    MergeRun run = new MergeRun(providers, options, format);
    run.read(inputs);
    return run;
  }

  /** Forgets all inputs. */
  @Override
  public void close() {
    inputs.clear();
  }

  /** Counts functions and keeps findings on their way to a writer. */
  private static final class Counting extends ForwardingVisitor {
    private final List<Finding> findings = new ArrayList<>();
    private long functions;

    Counting(ProfileVisitor next) {
      super(next);
    }

    @Override
    public void visitFinding(Finding finding) {
      findings.add(finding);
    }

    @Override
    public void visitImage(ProfileImage image) throws IOException {
      functions += image.size();
      super.visitImage(image);
    }
  }
}
