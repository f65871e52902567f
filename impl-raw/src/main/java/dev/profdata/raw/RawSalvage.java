package dev.profdata.raw;

import dev.profdata.io.ErrorKind;
import dev.profdata.io.MalformedProfileException;
import dev.profdata.io.ProfileInput;
import dev.profdata.io.ProfileSection;
import dev.profdata.io.Salvage;
import dev.profdata.model.FunctionTable;

/**
 * What was kept of an image that the file ends in.
 *
 * @param section where the file ends
 * @param kept how many functions are whole
 * @param unnamed how many of them lost their name
 * @param withoutValues how many of them lost their value data
 */
record RawSalvage(ProfileSection section, int kept, int unnamed, int withoutValues) {
  /** Returns what is kept of an image that ends in one of its sections, before its value data. */
  static RawSalvage of(ProfileSection section, RawSections sections, FunctionTable table) {
    boolean namesCut = sections.isCut(ProfileSection.NAMES);
    int unnamed = 0;
    int withoutValues = 0;
    for (int row = 0; row < table.size(); row++) {
      unnamed += namesCut && !table.hasName(row) ? 1 : 0;
      withoutValues += table.siteCount(row) > 0 ? 1 : 0;
    }
    return new RawSalvage(section, table.size(), unnamed, withoutValues);
  }

  /** Returns the error of a file that ends before anything of it is whole. */
  static MalformedProfileException nothing(ProfileInput input, ProfileSection section) {
    return new MalformedProfileException(
        ErrorKind.TRUNCATED,
        input.name(),
        Salvage.FILE_ENDS + " before any function is whole",
        section,
        input.size());
  }
}
