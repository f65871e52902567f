package dev.profdata.tck;

import dev.profdata.format.ProfileFeature;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a contract test once for each format of a {@link FormatSubject}, which is its parameter.
 *
 * <p>A format that does not declare what the test needs is skipped with that reason.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@TestTemplate
@ExtendWith(FormatInvocations.class)
public @interface ForEachFormat {
  /** Returns what a format must be able to hold for the test to mean something. */
  ProfileFeature[] needs() default {};
}
