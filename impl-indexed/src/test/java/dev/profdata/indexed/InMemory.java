package dev.profdata.indexed;

import dev.profdata.format.ProfileFamily;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.Finding;
import dev.profdata.io.ProfileCollector;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileReader;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.ProfileWriter;
import dev.profdata.io.ReadOptions;
import dev.profdata.io.WriteOptions;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.ProfileImage;
import dev.profdata.spi.EngineInput;
import dev.profdata.spi.MergeEngine;
import dev.profdata.spi.MergeSettings;
import dev.profdata.spi.ProfileFormatProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Merging, writing and reading without files. */
final class InMemory {
  static final WriteOptions ALLOWING_ALL = WriteOptions.DEFAULT.allowingAllLosses();

  private InMemory() {}

  static ProfileFormatProvider provider(ProfileFormat format) {
    return format.family() == ProfileFamily.TEXT
        ? new TextFormatProvider()
        : new IndexedFormatProvider();
  }

  static MergeEngine engine(ProfileFormat format) {
    return new MergeEngineFactory().newEngine(MergeSettings.of(format.release()));
  }

  /** Adds images to an engine, each as an input of weight 1. */
  static List<Finding> add(MergeEngine engine, ProfileImage... images) throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (ProfileImage image : images) {
      add(engine, 1, image, findings);
    }
    return findings;
  }

  static void add(MergeEngine engine, long weight, ProfileImage image, List<Finding> findings)
      throws IOException {
    var visitor =
        engine.input(
            new EngineInput("input", image.format(), image.variant(), weight), findings::add);
    visitor.visitImage(image);
    visitor.visitEnd();
  }

  static ProfileImage sum(MergeEngine engine) throws IOException {
    ProfileCollector collector = new ProfileCollector(ProfileFormat.text());
    engine.accept(collector);
    return collector.profile().images().get(0);
  }

  static byte[] write(MergeEngine engine, ProfileFormat format, WriteOptions options)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ProfileWriter writer = provider(format).newWriter(format, out, options);
    engine.accept(writer);
    return out.toByteArray();
  }

  static byte[] write(ProfileImage image, ProfileFormat format) throws IOException {
    MergeEngine engine = engine(format);
    add(engine, image);
    return write(engine, format, ALLOWING_ALL);
  }

  static ProfileReader open(byte[] bytes, ProfileFormat format) throws IOException {
    ProfileInput input = ProfileSource.of("sample", bytes).open();
    return provider(format).open(input, ReadOptions.DEFAULT);
  }

  static InstrProfile read(byte[] bytes, ProfileFormat format) throws IOException {
    try (ProfileReader reader = open(bytes, format)) {
      ProfileCollector collector = new ProfileCollector(reader.format());
      reader.accept(collector);
      return collector.profile();
    }
  }
}
