package dev.profdata;

import dev.profdata.format.ProfileFamily;
import dev.profdata.format.ProfileFormat;
import dev.profdata.internal.files.AtomicFile;
import dev.profdata.internal.losses.Losses;
import dev.profdata.io.CorrelationKind;
import dev.profdata.io.Finding;
import dev.profdata.io.FindingKind;
import dev.profdata.io.Limits;
import dev.profdata.io.LossyConversionException;
import dev.profdata.io.ProfileCollector;
import dev.profdata.io.ProfileCorrelator;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.io.ProfileWriter;
import dev.profdata.io.ProgramCounters;
import dev.profdata.io.ReadOptions;
import dev.profdata.io.WriteOptions;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.ProfileImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The everyday jobs: open, read, merge, write, convert.
 *
 * <p>Each call finds the providers afresh ({@link ProfileProviders#load()}). May be used by several
 * threads at once.
 *
 * @since 0.1
 */
public final class Profiles {
  /** Where a profile goes to see what becomes of it, before a byte is written. */
  private static final ProfileVisitor NOWHERE = image -> {};

  private Profiles() {}

  /**
   * Opens a profile of any format, to be visited or looked up in.
   *
   * @throws dev.profdata.io.ProfileException if it is no profile, of an unknown version, or its
   *     header is damaged
   * @throws IOException if it cannot be read
   */
  public static ProfileReader open(ProfileSource source) throws IOException {
    return open(source, ReadOptions.DEFAULT);
  }

  /**
   * Opens a profile of any format, to be visited or looked up in.
   *
   * @throws dev.profdata.io.ProfileTooLargeException if it asks for more than the limits allow
   * @throws IOException as {@link #open(ProfileSource)}
   */
  public static ProfileReader open(ProfileSource source, ReadOptions options) throws IOException {
    return ProfileProviders.load().open(source, options);
  }

  /**
   * Reads a whole profile of any format into memory.
   *
   * @throws dev.profdata.io.ProfileException if it is no profile or a damaged one
   * @throws IOException if it cannot be read
   */
  public static InstrProfile read(Path path) throws IOException {
    return read(ProfileSource.of(path));
  }

  /**
   * Reads a whole profile of any format into memory.
   *
   * @throws IOException as {@link #read(Path)}
   */
  public static InstrProfile read(ProfileSource source) throws IOException {
    return read(source, ReadOptions.DEFAULT);
  }

  /**
   * Reads a whole profile of any format into memory.
   *
   * @throws dev.profdata.io.ProfileTooLargeException if it asks for more than the limits allow
   * @throws IOException as {@link #read(Path)}
   */
  public static InstrProfile read(ProfileSource source, ReadOptions options) throws IOException {
    try (ProfileReader reader = open(source, options)) {
      ProfileCollector collector = new ProfileCollector(reader.format());
      reader.accept(collector);
      return collector.profile();
    }
  }

  /**
   * Returns a correlator for {@link dev.profdata.io.ReadOptions#withCorrelator}, which finds the
   * functions of profiles that hold counters only. Several threads may use it.
   *
   * @param program the ELF file that wrote the profiles, with section headers; for {@link
   *     CorrelationKind#DEBUG_INFO} also the debug information that was split off it. It is read
   *     before this method returns, and not needed later
   * @param limits how many bytes, functions and bytes of names the program may have
   * @param findings takes the functions of which the program tells something of no use ({@link
   *     dev.profdata.io.FindingKind#UNUSABLE_PROBE}), now or when the correlator is first asked
   * @throws dev.profdata.io.ProfileException of the kind {@link
   *     dev.profdata.io.ErrorKind#UNABLE_TO_CORRELATE_PROFILE} if there is nothing to correlate
   *     with, or of another kind if the file is damaged
   * @throws IOException if the file cannot be read
   */
  public static ProfileCorrelator correlator(
      CorrelationKind kind, ProfileSource program, Limits limits, Consumer<Finding> findings)
      throws IOException {
    return ProfileProviders.load().correlator(kind, program, limits, findings);
  }

  /**
   * Returns what the debug information of a program, built for {@link CorrelationKind#DEBUG_INFO},
   * tells of its counters.
   *
   * @param program an ELF file with section headers, or the debug information split off it
   * @param limits how many bytes, functions and bytes of names the program may have
   * @param findings takes the functions of which something of no use is told ({@link
   *     dev.profdata.io.FindingKind#UNUSABLE_PROBE})
   * @throws dev.profdata.io.ProfileException of the kind {@link
   *     dev.profdata.io.ErrorKind#UNABLE_TO_CORRELATE_PROFILE} if nothing is told of counters, or
   *     of another kind if the file is damaged
   * @throws IOException if the file cannot be read
   */
  public static ProgramCounters counters(
      ProfileSource program, Limits limits, Consumer<Finding> findings) throws IOException {
    return ProfileProviders.load().counters(program, limits, findings);
  }

  /** Returns a merger with the default options. */
  public static ProfileMerger merger() {
    return merger(MergeOptions.DEFAULT);
  }

  /** Returns a merger. */
  public static ProfileMerger merger(MergeOptions options) {
    return merger(ProfileProviders.load(), options);
  }

  /** Returns a merger that uses these providers. */
  public static ProfileMerger merger(ProfileProviders providers, MergeOptions options) {
    return new ProfileMerger(providers, options);
  }

  /**
   * Writes a profile as it is to a file, which appears whole or not at all.
   *
   * @return what the format cannot hold; empty unless {@code options} allow losses
   * @throws dev.profdata.io.LossyConversionException if the format cannot hold all of it and {@code
   *     options} do not allow that
   * @throws IOException if the file cannot be written
   */
  public static List<Finding> write(
      InstrProfile profile, Path target, ProfileFormat format, WriteOptions options)
      throws IOException {
    try (AtomicFile file = AtomicFile.create(target)) {
      List<Finding> losses = write(profile, file.stream(), format, options);
      file.commit();
      return losses;
    }
  }

  /**
   * Writes a profile as it is to a stream, which stays open.
   *
   * @throws IOException as {@link #write(InstrProfile, Path, ProfileFormat, WriteOptions)}
   */
  public static List<Finding> write(
      InstrProfile profile, OutputStream out, ProfileFormat format, WriteOptions options)
      throws IOException {
    return write(profile, out, format, options, new ArrayList<>());
  }

  private static List<Finding> write(
      InstrProfile profile,
      OutputStream out,
      ProfileFormat format,
      WriteOptions options,
      List<Finding> findings)
      throws IOException {
    ProfileProviders providers = ProfileProviders.load();
    if (format.family() == ProfileFamily.RAW) {
      VersionSkew skew = new VersionSkew(format, options, false);
      visit(profile, skew.source(profile.format(), profile.variant(), NOWHERE));
      HashGenerations.Plan plan = skew.plan();
      findings.addAll(plan.warnings());
      ProfileWriter writer = providers.newWriter(format, out, options);
      visit(profile, skew.source(profile.format(), profile.variant(), writer));
      List<Finding> losses = new ArrayList<>(plan.losses());
      losses.addAll(writer.losses());
      return losses;
    }
    return writeMerged(profile, out, format, options, findings);
  }

  /**
   * Adds the images up and writes the sum. Sums of older releases have no place for some flags and
   * ids, so that the writer cannot miss them: they are noted before. If they may not be lost, the
   * sum is made for its own losses only, to name all of them at once.
   */
  private static List<Finding> writeMerged(
      InstrProfile profile,
      OutputStream out,
      ProfileFormat format,
      WriteOptions options,
      List<Finding> findings)
      throws IOException {
    Losses losses = new Losses(format, options);
    losses.noteFlagsAndIds(profile.images());
    Set<Finding> all = new LinkedHashSet<>();
    OutputStream target = losses.refused().isEmpty() ? out : OutputStream.nullOutputStream();
    MergeOptions merging = MergeOptions.DEFAULT.withWriting(options);
    try (ProfileMerger merger = merger(ProfileProviders.load(), merging)) {
      MergeReport report = merger.add(profile, 1).writeTo(target, format);
      report.inputs().forEach(input -> findings.addAll(input.findings()));
      findings.addAll(report.sumFindings());
      all.addAll(report.losses());
    } catch (LossyConversionException e) {
      all.addAll(e.losses());
      all.addAll(losses.refused());
      throw new LossyConversionException(format.toString(), List.copyOf(all));
    }
    losses.enforce();
    all.addAll(losses.found());
    findings.removeIf(finding -> finding.kind() == FindingKind.BINARY_IDS);
    return List.copyOf(all);
  }

  private static void visit(InstrProfile profile, ProfileVisitor visitor) throws IOException {
    for (ProfileImage image : profile.images()) {
      visitor.visitImage(image);
    }
    visitor.visitTraces(profile.traces());
    visitor.visitEnd();
  }

  /**
   * Turns a profile of any format into another format; refuses to lose anything.
   *
   * @throws dev.profdata.io.LossyConversionException if the format cannot hold all of it
   * @throws IOException if the source cannot be read or the target cannot be written
   */
  public static ConversionReport convert(Path source, Path target, ProfileFormat format)
      throws IOException {
    return convert(source, target, format, WriteOptions.DEFAULT);
  }

  /**
   * Turns a profile of any format into another format.
   *
   * @param options which losses are allowed
   * @throws dev.profdata.io.LossyConversionException if the format cannot hold all of it and {@code
   *     options} do not allow that
   * @throws IOException if the source cannot be read or the target cannot be written
   */
  public static ConversionReport convert(
      Path source, Path target, ProfileFormat format, WriteOptions options) throws IOException {
    return convert(source, target, format, ReadOptions.DEFAULT, options);
  }

  /**
   * Turns a profile of any format into another format.
   *
   * @param reading the limits for reading
   * @param options which losses are allowed
   * @throws IOException as {@link #convert(Path, Path, ProfileFormat, WriteOptions)}
   */
  public static ConversionReport convert(
      Path source, Path target, ProfileFormat format, ReadOptions reading, WriteOptions options)
      throws IOException {
    try (ProfileReader reader = open(ProfileSource.of(source), reading);
        AtomicFile file = AtomicFile.create(target)) {
      ProfileCollector collector = new ProfileCollector(reader.format());
      reader.accept(collector);
      List<Finding> findings = new ArrayList<>(collector.findings());
      List<Finding> losses = write(collector.profile(), file.stream(), format, options, findings);
      file.commit();
      return new ConversionReport(reader.format(), format, losses, findings);
    }
  }
}
