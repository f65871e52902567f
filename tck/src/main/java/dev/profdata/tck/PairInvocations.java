package dev.profdata.tck;

import dev.profdata.format.ProfileFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Serves {@link ForEachPair}. */
final class PairInvocations implements TestTemplateInvocationContextProvider {
  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return context.getRequiredTestInstance() instanceof FormatSubject;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    FormatSubject subject = (FormatSubject) context.getRequiredTestInstance();
    List<ProfileFormat> written = subject.formats().stream().filter(subject::writes).toList();
    return written.stream()
        .flatMap(source -> written.stream().map(target -> Invocation.of(source, target)));
  }
}
