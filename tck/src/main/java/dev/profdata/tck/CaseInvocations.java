package dev.profdata.tck;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Serves {@link ForEachCase}. */
final class CaseInvocations implements TestTemplateInvocationContextProvider {
  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return context.getRequiredTestInstance() instanceof CorpusContract;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    CorpusContract contract = (CorpusContract) context.getRequiredTestInstance();
    return contract.cases().stream().map(Invocation::of);
  }
}
