package dev.profdata;

import dev.profdata.format.ProfileFormat;
import dev.profdata.io.Finding;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileVisitor;
import dev.profdata.io.Salvage;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileVariant;
import dev.profdata.model.TraceSet;
import dev.profdata.spi.PartialSum;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An input that was read by another thread, and is visited when its turn comes. */
final class LoadedInput implements InputContent {
  private final long bytes;
  private final Optional<PartialSum> partialSum;
  private final Optional<ProfileFormat> format;
  private final ProfileVariant variant;
  private final List<Event> events = new ArrayList<>();
  private Optional<ProfileException> failure = Optional.empty();
  private Runnable release = () -> {};

  /** Something that the reader told. */
  private interface Event {
    void tell(ProfileVisitor visitor) throws IOException;
  }

  private LoadedInput(InputContent content) {
    this.bytes = content.bytes();
    this.partialSum = content.partialSum();
    boolean profile = bytes > 0 && partialSum.isEmpty();
    this.format = profile ? Optional.of(content.format()) : Optional.empty();
    this.variant = profile ? content.variant() : ProfileVariant.NONE;
  }

  /** Reads all of an input; that it is damaged half-way comes out half-way through the visit. */
  static LoadedInput of(InputContent content) throws IOException {
    LoadedInput loaded = new LoadedInput(content);
    if (loaded.format.isPresent()) {
      try {
        content.accept(loaded.new Recorder());
      } catch (ProfileException e) {
        loaded.failure = Optional.of(e);
      }
    }
    return loaded;
  }

  /** Sets what is done when nobody needs the content any more. */
  LoadedInput onClose(Runnable action) {
    release = action;
    return this;
  }

  @Override
  public void close() {
    release.run();
  }

  private final class Recorder implements ProfileVisitor {
    @Override
    public void visitFinding(Finding finding) {
      events.add(visitor -> visitor.visitFinding(finding));
    }

    @Override
    public void visitSalvage(Salvage salvage) {
      events.add(visitor -> visitor.visitSalvage(salvage));
    }

    @Override
    public void visitImage(ProfileImage image) {
      events.add(visitor -> visitor.visitImage(image));
    }

    @Override
    public void visitTraces(TraceSet traces) {
      events.add(visitor -> visitor.visitTraces(traces));
    }

    @Override
    public void visitEnd() {
      events.add(ProfileVisitor::visitEnd);
    }
  }

  @Override
  public long bytes() {
    return bytes;
  }

  @Override
  public Optional<PartialSum> partialSum() {
    return partialSum;
  }

  @Override
  public ProfileFormat format() {
    return format.orElseThrow(() -> new IllegalStateException("this input is no profile"));
  }

  @Override
  public ProfileVariant variant() {
    return variant;
  }

  @Override
  public void accept(ProfileVisitor visitor) throws IOException {
    for (Event event : events) {
      event.tell(visitor);
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
  }
}
