package dev.profdata.io;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * What was kept of a file that ends too early, or is damaged behind a whole image.
 *
 * @param source the name of the input
 * @param problem why the rest cannot be read, in words: {@code file ends}
 * @param offset where that is, in bytes from the start of the file; the size of a file that was cut
 *     off
 * @param section the part of the file that is not whole
 * @param functions how many function records the file announces, empty if it does not tell
 * @param kept how many of them are whole and were kept
 * @param unnamed how many of those lost their name, so that only its hash is known
 * @param withoutValues how many of those lost what was seen at their value sites
 * @param lost the parts without functions that are not there, empty if none was expected
 * @since 0.1
 */
public record Salvage(
    String source,
    String problem,
    long offset,
    ProfileSection section,
    OptionalLong functions,
    long kept,
    long unnamed,
    long withoutValues,
    List<ProfileSection> lost) {
  /** The {@link #problem} of a file that was cut off. */
  public static final String FILE_ENDS = "file ends";

  /** Copies the list. */
  public Salvage {
    lost = List.copyOf(lost);
  }

  /** Returns the same as a finding of the kind {@link FindingKind#SALVAGED}. */
  public Finding finding() {
    return Finding.at(FindingKind.SALVAGED, source, offset, sentence());
  }

  /**
   * Returns for example {@code file ends at 0x1234 in the counters: kept 100 of 118,336 functions,
   * 12 of them without value data}.
   */
  private String sentence() {
    var sentence = new StringBuilder();
    sentence.append("%s at 0x%x in the %s: kept ".formatted(problem, offset, words(section)));
    sentence.append(number(kept));
    functions.ifPresent(all -> sentence.append(" of ").append(number(all)));
    sentence.append(functions.orElse(kept) == 1 ? " function" : " functions");
    if (unnamed > 0) {
      sentence.append(", %s of them without name".formatted(number(unnamed)));
    }
    if (withoutValues > 0) {
      sentence.append(", %s of them without value data".formatted(number(withoutValues)));
    }
    if (!lost.isEmpty()) {
      sentence.append(
          lost.stream().map(Salvage::words).collect(Collectors.joining(", ", "; lost: ", "")));
    }
    return sentence.toString();
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String words(ProfileSection section) {
    return section == ProfileSection.DATA
        ? "function records"
        : section.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
