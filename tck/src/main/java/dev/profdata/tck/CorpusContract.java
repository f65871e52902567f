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
  /** Returns real files, at least one of each version that the provider reads. */
  List<CorpusCase> cases();

  @ForEachCase
  @Rule("READ-20")
  default void aRealFileReadsAsTheVendorsToolPrintsIt(CorpusCase file) throws IOException {
    InstrProfile profile = InMemory.read(provider(), file.bytes());
    Map<String, FunctionTotals> expected = TextTotals.of(file.text());
    Map<String, FunctionTotals> actual = FunctionTotals.of(profile);
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach((key, totals) -> assertEquals(totals, actual.get(key), key));
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
    assertEquals(List.of(), without);
  }
}
