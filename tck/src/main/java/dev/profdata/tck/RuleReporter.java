package dev.profdata.tck;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Puts number and sentence of the broken rule in front of what a contract test says. */
final class RuleReporter implements TestExecutionExceptionHandler {
  private final RuleBook rules = RuleBook.load();

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    Optional<String> rule =
        context.getTestMethod().map(m -> m.getAnnotation(Rule.class)).map(Rule::value);
    boolean broken = failure instanceof AssertionError || failure instanceof Exception;
    if (rule.isEmpty() || !broken || failure instanceof TestAbortedException) {
      throw failure;
    }
    String detail = failure instanceof AssertionError ? failure.getMessage() : failure.toString();
    throw new AssertionFailedError(
        "%s: %s%n%s".formatted(rule.get(), rules.sentence(rule.get()).orElse(""), detail), failure);
  }
}
