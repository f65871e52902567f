package dev.profdata.tck;

import dev.profdata.format.ProfileFeature;
import dev.profdata.format.ProfileFormat;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Serves {@link ForEachFormat}. */
final class FormatInvocations implements TestTemplateInvocationContextProvider {
  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return context.getRequiredTestInstance() instanceof FormatSubject;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    FormatSubject subject = (FormatSubject) context.getRequiredTestInstance();
    ForEachFormat wanted = context.getRequiredTestMethod().getAnnotation(ForEachFormat.class);
    List<ProfileFeature> needs = wanted == null ? List.of() : Arrays.asList(wanted.needs());
    return subject.formats().stream().map(format -> invocation(subject, format, needs));
  }

  private static Invocation invocation(
      FormatSubject subject, ProfileFormat format, List<ProfileFeature> needs) {
    Invocation invocation = Invocation.of(format);
    if (!subject.writes(format)) {
      return invocation.skippedFor("the provider does not write %s".formatted(format));
    }
    List<ProfileFeature> missing =
        needs.stream().filter(feature -> !format.supports(feature)).toList();
    return missing.isEmpty()
        ? invocation
        : invocation.skippedFor("%s does not declare %s".formatted(format, missing));
  }
}
