package dev.profdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.profdata.Profiles;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.Finding;
import dev.profdata.io.FindingKind;
import dev.profdata.io.LossyConversionException;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.WriteOptions;
import dev.profdata.model.BinaryId;
import dev.profdata.model.ImageBuilder;
import dev.profdata.model.InstrProfile;
import dev.profdata.model.ProfileImage;
import dev.profdata.model.ProfileName;
import dev.profdata.model.ProfileVariant;
import dev.profdata.model.TraceSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A program and its library, each with an id, in one file: what a merged profile keeps of both. */
class ImagesWithIdsTest {
  private static final ProfileFormat RAW = ProfileFormat.raw(8);
  private static final BinaryId PROGRAM = BinaryId.of((byte) 1);
  private static final BinaryId LIBRARY = BinaryId.of((byte) 2);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private static ProfileImage image(String function, BinaryId id) {
    return new ImageBuilder(RAW)
        .function(ProfileName.of(function), 1)
        .counters(1)
        .finish()
        .variant(ProfileVariant.NONE.with(ProfileVariant.IR_LEVEL | ProfileVariant.ENTRY_FIRST))
        .binaryIds(List.of(id))
        .build();
  }

  private static InstrProfile profile() {
    List<ProfileImage> images = List.of(image("main", PROGRAM), image("used", LIBRARY));
    return InstrProfile.of(RAW, images, TraceSet.EMPTY);
  }

  private Set<FindingKind> refused(ProfileFormat target) {
    LossyConversionException refusal =
        assertThrows(
            LossyConversionException.class,
            () -> Profiles.write(profile(), out, target, WriteOptions.DEFAULT));
    assertEquals(0, out.size());
    return refusal.losses().stream().map(Finding::kind).collect(Collectors.toSet());
  }

  @Test
  void newReleasesKeepAllIds() throws IOException {
    Profiles.write(profile(), out, ProfileFormat.indexed(11), WriteOptions.DEFAULT);
    InstrProfile merged = Profiles.read(ProfileSource.of("merged", out.toByteArray()));
    assertEquals(List.of(PROGRAM, LIBRARY), merged.binaryIds());
  }

  @Test
  void releasesThatKeepTheLastIdsRefuseTheOthers() throws IOException {
    ProfileFormat target = ProfileFormat.indexed(9);
    assertEquals(Set.of(FindingKind.BINARY_IDS), refused(target));
    Profiles.write(profile(), out, target, WriteOptions.DEFAULT.allowingAllLosses());
    InstrProfile merged = Profiles.read(ProfileSource.of("merged", out.toByteArray()));
    assertEquals(List.of(LIBRARY), merged.binaryIds());
  }

  @Test
  void aRefusalNamesAllLosses() {
    assertEquals(
        Set.of(FindingKind.BINARY_IDS, FindingKind.VARIANT_FLAGS),
        refused(ProfileFormat.indexed(5)));
  }
}
