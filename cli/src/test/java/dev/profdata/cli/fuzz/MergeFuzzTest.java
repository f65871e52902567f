package dev.profdata.cli.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.profdata.MergeOptions;
import dev.profdata.ProfileMerger;
import dev.profdata.Profiles;
import dev.profdata.format.LlvmRelease;
import dev.profdata.format.ProfileFamily;
import dev.profdata.format.ProfileFormat;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileSource;
import dev.profdata.io.WriteOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes read, added up and written: a file that can be read, or a profile exception. */
class MergeFuzzTest {
  private static final List<ProfileFormat> TARGETS =
      List.of(
          ProfileFormat.indexedFor(LlvmRelease.oldestTarget()),
          ProfileFormat.indexedFor(LlvmRelease.of(16)),
          ProfileFormat.indexedFor(LlvmRelease.newest()),
          ProfileFormat.text(),
          ProfileFormat.raw(8));
  private static final MergeOptions LOSSY =
      MergeOptions.DEFAULT.withWriting(WriteOptions.DEFAULT.allowingAllLosses());

  @MethodSource("dev.profdata.cli.fuzz.FuzzCorpus#all")
  @FuzzTest
  void merge(byte[] file) throws IOException {
    ProfileSource source = ProfileSource.of("fuzzed", file);
    ProfileFormat target = TARGETS.get(Math.floorMod(Arrays.hashCode(file), TARGETS.size()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ProfileMerger merger = Profiles.merger(LOSSY)) {
      merger.add(source, 1).add(source, 3).writeTo(out, target);
    } catch (ProfileException refusal) {
      assertFalse(refusal.detail().isBlank());
      return;
    }
    if (target.family() == ProfileFamily.INDEXED) {
      Profiles.read(ProfileSource.of("merged", out.toByteArray()));
    }
  }
}
