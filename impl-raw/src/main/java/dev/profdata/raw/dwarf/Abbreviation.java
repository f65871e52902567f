package dev.profdata.raw.dwarf;

import dev.profdata.internal.bytes.BoundedReader;
import dev.profdata.io.ErrorKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the entries of one kind look like.
 *
 * @param tag {@code DW_TAG_…}
 * @param hasChildren whether entries of this kind are followed by their children
 * @param steps what stands in such an entry, as far as it takes bytes or is of interest
 */
record Abbreviation(long tag, boolean hasChildren, List<Step> steps) {
  /** Reads all that follows the number of an abbreviation. */
  static Abbreviation read(BoundedReader section, Set<Attribute> attributes) throws IOException {
    long tag = section.uleb128();
    boolean hasChildren = section.u8() != 0;
    List<Step> steps = new ArrayList<>();
    Set<Attribute> seen = EnumSet.noneOf(Attribute.class);
    while (true) {
      long began = section.position();
      long attribute = section.uleb128();
      long code = section.uleb128();
      if (attribute == 0 && code == 0) {
        return new Abbreviation(tag, hasChildren, List.copyOf(steps));
      }
      Form form =
          Form.of(code)
              .orElseThrow(
                  () ->
                      section.error(
                          ErrorKind.UNABLE_TO_CORRELATE_PROFILE,
                          began,
                          "debug information of the unknown form 0x%x".formatted(code)));
      long constant = form == Form.IMPLICIT_CONST ? Leb128.signed(section) : 0;
      // The first of several counts. What takes no bytes must not cost time at each entry.
      Optional<Attribute> wanted =
          Attribute.of(attribute).filter(attributes::contains).filter(seen::add);
      if (wanted.isPresent() || form.shape != Form.Shape.NONE) {
        steps.add(new Step(wanted.orElse(null), form, constant));
      }
    }
  }

  /**
   * The value of an attribute in entries.
   *
   * @param attribute null for one that is skipped
   * @param constant the value itself if the form is {@link Form#IMPLICIT_CONST}
   */
  record Step(@Nullable Attribute attribute, Form form, long constant) {}
}
