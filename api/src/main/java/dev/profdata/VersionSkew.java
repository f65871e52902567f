package dev.profdata;

import dev.profdata.format.ProfileFormat;
import dev.profdata.io.Finding;
import dev.profdata.io.ForwardingVisitor;
import dev.profdata.io.LossyConversionException;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.io.WriteOptions;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileVariant;
import dev.profdata.model.TraceSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What must be done so that the compiler of a target uses profiles that other releases wrote: local
 * names that it looks for, and a version that stands for the structural hashes in the profile.
 *
 * <p>Where LLVM's own tool is imitated and reads a source itself, nothing is done that it does not.
 */
final class VersionSkew {
  private final ProfileFormat target;
  private final WriteOptions options;
  private final boolean imitates;
  private final HashGenerations generations;
  private final Optional<LocalNames> localNames;
  private boolean beyondLlvm;

  VersionSkew(ProfileFormat target, WriteOptions options, boolean imitates) {
    this.target = target;
    this.options = options;
    this.imitates = imitates;
    this.generations = new HashGenerations(target, options);
    this.localNames = LocalNames.forTarget(target);
  }

  /** Returns what a source is to be visited with, so that it comes to {@code next} as it should. */
  ProfileVisitor source(ProfileFormat format, ProfileVariant variant, ProfileVisitor next) {
    boolean own = imitates && target.release().reads(format);
    beyondLlvm |= !own;
    generations.begin(format, variant);
    return new Passing(next, own ? Optional.empty() : localNames);
  }

  /** Brings images and traces of one source on their way. */
  private final class Passing extends ForwardingVisitor {
    private final Optional<LocalNames> respelling;

    Passing(ProfileVisitor next, Optional<LocalNames> respelling) {
      super(next);
      this.respelling = respelling;
    }

    @Override
    public void visitImage(ProfileImage image) throws IOException {
      generations.count(image);
      super.visitImage(respelling.isPresent() ? respelling.get().respell(image) : image);
    }

    @Override
    public void visitTraces(TraceSet traces) throws IOException {
      super.visitTraces(respelling.isPresent() ? respelling.get().respell(traces) : traces);
    }
  }

  /** Counts the sources of a partial sum. */
  void add(HashGenerations.Saved saved) {
    // What LLVM's tool cannot read, it cannot be imitated with.
    beyondLlvm = true;
    generations.add(saved);
  }

  /** Returns what a partial sum must keep of the sources. */
  HashGenerations.Saved save() {
    return generations.save();
  }

  /**
   * Decides what is written, after all sources.
   *
   * @throws LossyConversionException if functions would be dropped and that is not allowed
   */
  HashGenerations.Plan plan() throws LossyConversionException {
    HashGenerations.Plan decided = generations.plan(beyondLlvm);
    List<Finding> refused =
        decided.losses().stream()
            .filter(loss -> !options.allowedLosses().contains(loss.kind()))
            .toList();
    if (!refused.isEmpty()) {
      throw new LossyConversionException(target.toString(), refused);
    }
    List<Finding> warnings = new ArrayList<>(decided.warnings());
    localNames.flatMap(LocalNames::finding).ifPresent(warnings::add);
    return new HashGenerations.Plan(decided.format(), warnings, decided.losses());
  }
}
