package dev.profdata.io;

import dev.profdata.format.ProfileFormat;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.TraceSet;
import java.util.ArrayList;
import java.util.List;

/**
 * A visitor that keeps all it sees.
 *
 * @since 0.1
 */
public final class ProfileCollector implements ProfileVisitor {
  private final ProfileFormat format;
  private final List<ProfileImage> images = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private TraceSet traces = TraceSet.EMPTY;

  /** Starts without content; {@code format} is what the profile will say it was read from. */
  public ProfileCollector(ProfileFormat format) {
    this.format = format;
  }

  @Override
  public void visitFinding(Finding finding) {
    findings.add(finding);
  }

  @Override
  public void visitImage(ProfileImage image) {
    images.add(image);
  }

  @Override
  public void visitTraces(TraceSet set) {
    traces = set;
  }

  /** Returns the profile of all images so far. */
  public InstrProfile profile() {
    return InstrProfile.of(format, images, traces);
  }

  /** Returns all findings so far. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }
}
