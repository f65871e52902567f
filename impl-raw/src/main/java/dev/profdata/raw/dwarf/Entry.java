package dev.profdata.raw.dwarf;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The attributes of one entry that are of interest, not decoded yet. Used again for the next. */
final class Entry {
  private final Map<Attribute, Value> values = new EnumMap<>(Attribute.class);

  /** Reads an entry of a unit, from behind the number of its abbreviation to its end. */
  void read(Unit unit, Abbreviation abbreviation) throws IOException {
    values.clear();
    for (Abbreviation.Step step : abbreviation.steps()) {
      Form form = step.form();
      while (form == Form.INDIRECT) {
        long began = unit.reader.position();
        long code = unit.reader.uleb128();
        form =
            Form.of(code)
                .orElseThrow(
                    () ->
                        unit.refuse(
                            began, "debug information of the unknown form 0x%x".formatted(code)));
      }
      if (step.attribute() != null) {
        values.put(step.attribute(), new Value(form, unit.reader.position(), step.constant()));
      }
      unit.skip(form);
    }
  }

  /** Returns where the value of an attribute stands, null if the entry does not have it. */
  @Nullable Value get(Attribute attribute) {
    return values.get(attribute);
  }

  /**
   * A value.
   *
   * @param position where it stands in the file
   * @param constant the value itself if the form is {@link Form#IMPLICIT_CONST}
   */
  record Value(Form form, long position, long constant) {}
}
