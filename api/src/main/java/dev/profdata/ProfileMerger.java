package dev.profdata;

import dev.profdata.format.ProfileFormat;
import dev.profdata.internal.files.AtomicFile;
import dev.profdata.io.Finding;
import dev.profdata.io.ProfileCollector;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.io.ProfileWriter;
import dev.profdata.model.InstrProfile;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
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

  /**
   * Adds all inputs of a list.
   *
   * @throws IllegalArgumentException if the list names standard input, which belongs to the program
   */
  public ProfileMerger addAll(InputList list) {
    for (InputList.Entry entry : list.entries()) {
      if (entry.name().equals(InputList.STANDARD_INPUT)) {
        throw new IllegalArgumentException("standard input is a source: add it by itself");
      }
      add(Path.of(entry.name()), entry.weight());
    }
    return this;
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
   * @throws dev.profdata.io.ThinProfileException if the sum has less in it than the options expect
   * @throws dev.profdata.io.LossyConversionException if the target cannot hold the sum
   * @throws java.nio.file.NoSuchFileException if an input does not exist, in every failure mode
   * @throws java.io.InterruptedIOException if the listener or an interrupt stops the merge
   * @throws IOException if an input cannot be read or the output cannot be written
   */
  public MergeReport writeTo(Path target, ProfileFormat format) throws IOException {
    return writeTo(target, stream -> writeTo(stream, format));
  }

  /**
   * Writes the sum to a stream, which stays open.
   *
   * @throws IOException as {@link #writeTo(Path, ProfileFormat)}
   */
  public MergeReport writeTo(OutputStream out, ProfileFormat format) throws IOException {
    long began = System.nanoTime();
    MergeRun run = run(format, false);
    HashGenerations.Plan plan = run.plan();
    ProfileWriter writer = providers.newWriter(plan.format(), out, options.writing());
    SumGate gate = gate(writer, run, plan.format());
    gate.findings().addAll(plan.warnings());
    run.accept(gate);
    List<Finding> losses = new ArrayList<>(plan.losses());
    losses.addAll(writer.losses());
    return report(run, gate, plan.format(), losses, began);
  }

  /**
   * Writes the sum as a partial sum to a file, which appears whole or not at all.
   *
   * <p>A partial sum is an input for further merges, in any tree: parts may be added up on several
   * machines, or day by day, and the profile that is written in the end is that of one merge of all
   * inputs in the same order ({@code docs/merging.md}, "Partial sums"). It keeps what a profile
   * cannot: all values of a site, all traces, weights, and how much went wrong.
   *
   * @param format what is to be written in the end; the rules of its release hold for all parts
   * @throws IOException as {@link #writeTo(Path, ProfileFormat)}
   */
  public MergeReport writePartialSum(Path target, ProfileFormat format) throws IOException {
    return writeTo(target, stream -> writePartialSum(stream, format));
  }

  /**
   * Writes the sum as a partial sum to a stream, which stays open.
   *
   * @throws IOException as {@link #writeTo(Path, ProfileFormat)}
   */
  public MergeReport writePartialSum(OutputStream out, ProfileFormat format) throws IOException {
    long began = System.nanoTime();
    MergeRun run = run(format, true);
    SumGate gate = gate(new ProfileCollector(format), run, format);
    run.accept(gate);
    run.writePartialSum(out);
    return report(run, gate, format, List.of(), began);
  }

  /** Something that writes to a stream. */
  private interface Writing {
    MergeReport write(OutputStream stream) throws IOException;
  }

  private static MergeReport writeTo(Path target, Writing writing) throws IOException {
    try (AtomicFile file = AtomicFile.create(target)) {
      MergeReport report = writing.write(file.stream());
      file.commit();
      return report;
    }
  }

  private SumGate gate(ProfileVisitor next, MergeRun run, ProfileFormat format) {
    return new SumGate(next, options, format, run.inputsUsed());
  }

  private MergeReport report(
      MergeRun run, SumGate gate, ProfileFormat format, List<Finding> losses, long began) {
    gate.findings().forEach(options.listener()::finding);
    losses.forEach(options.listener()::finding);
    return new MergeReport(
        format,
        run.reports(),
        gate.totals(),
        gate.hotOverlap(),
        Duration.ofNanos(System.nanoTime() - began),
        gate.findings(),
        losses);
  }

  /**
   * Returns the sum in memory, by the rules of a target.
   *
   * @throws IOException as {@link #writeTo(Path, ProfileFormat)}
   */
  public InstrProfile merge(ProfileFormat format) throws IOException {
    ProfileCollector collector = new ProfileCollector(format);
    MergeRun run = run(format, false);
    run.accept(gate(collector, run, format));
    return collector.profile();
  }

  private MergeRun run(ProfileFormat format, boolean combinable) throws IOException {
    MergeRun run = new MergeRun(providers, options, format, combinable);
    run.read(inputs);
    return run;
  }

  /** Forgets all inputs. */
  @Override
  public void close() {
    inputs.clear();
  }
}
