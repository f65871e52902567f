package dev.profdata.tck;

import dev.profdata.format.ProfileFormat;
import java.util.List;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a contract is about: formats.
 *
 * @since 0.1
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(RuleReporter.class)
public interface FormatSubject {
  /** Returns the formats that the contract is checked with. */
  List<ProfileFormat> formats();

  /** Tells whether files of a format can be had for the tests. */
  default boolean writes(ProfileFormat format) {
    return true;
  }
}
