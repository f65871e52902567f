package dev.profdata.tck;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/**
 * One run of a contract test.
 *
 * @param arguments in the order of the parameters
 * @param skipReason why there is nothing to be tested, empty if there is
 */
record Invocation(List<?> arguments, Optional<String> skipReason)
    implements TestTemplateInvocationContext, ParameterResolver, ExecutionCondition {
  static Invocation of(Object... arguments) {
    return new Invocation(List.of(arguments), Optional.empty());
  }

  Invocation skippedFor(String reason) {
    return new Invocation(arguments, Optional.of(reason));
  }

  @Override
  public String getDisplayName(int invocationIndex) {
    return String.join(" to ", arguments.stream().map(Object::toString).toList());
  }

  @Override
  public List<Extension> getAdditionalExtensions() {
    return List.of(this);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getIndex() < arguments.size();
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return arguments.get(parameter.getIndex());
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return skipReason
        .map(ConditionEvaluationResult::disabled)
        .orElseGet(() -> ConditionEvaluationResult.enabled("declared"));
  }
}
