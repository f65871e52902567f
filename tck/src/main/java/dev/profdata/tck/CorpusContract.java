package dev.profdata.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.profdata.format.ProfileFormat;
import dev.profdata.model.InstrProfile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The rules READ-20 to READ-22: real files mean what the vendor's own tool says.
 *
 * <p>The text is read by a parser of the kit's own, so that no writer takes part in the judgement.
 *
 * @since 0.1
 */
public interface CorpusContract extends ProviderSubject {
  /** Returns real files, at least one of each version that a tool of the vendor reads. */
  List<CorpusCase> cases();

  /**
   * Returns the versions of which no tool of the vendor prints a file any more, none by default.
   * The list is exact: one that has a file does not belong in it.
   */
  default List<ProfileFormat> formatsWithoutATool() {
    return List.of();
  }

  @ForEachCase
  @Rule("READ-20")
  default void aRealFileReadsAsTheVendorsToolPrintsIt(CorpusCase file) throws IOException {
    InstrProfile profile = InMemory.read(provider(), file.bytes());
    TextTotals expected = TextTotals.of(file.text());
    Map<String, FunctionTotals> actual = FunctionTotals.of(profile, expected::namesTarget);
    assertEquals(expected.functions().keySet(), actual.keySet());
    expected.functions().forEach((key, totals) -> assertEquals(totals, actual.get(key), key));
  }

  @ForEachCase
  @Rule("READ-21")
  default void aRealFileIsRecognized(CorpusCase file) throws IOException {
    InstrProfile profile = InMemory.read(provider(), file.bytes());
    ProviderContract.assertSameEncoding(file.format(), profile.format());
  }

  @Test
  @Rule("READ-22")
  default void everyVersionHasARealFile() {
    List<ProfileFormat> without =
        provider().formats().stream()
            .filter(format -> cases().stream().noneMatch(file -> file.format().sameVersion(format)))
            .toList();
    assertEquals(formatsWithoutATool(), without);
  }
}
