package dev.profdata.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestTemplate;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** Rules and tests of the kit are one to one. */
class RulesTest {
  private static final List<String> GROUPS =
      List.of("PROVIDE", "READ", "WRITE", "MERGE", "CONVERT", "HOSTILE");

  /** Returns the tests of all contracts in the main sources. */
  private static List<Method> tests() {
    List<Method> tests = new ArrayList<>();
    List<Class<?>> contracts =
        ReflectionSupport.findAllClassesInPackage(
            "dev.profdata.tck", type -> true, name -> name.endsWith("Contract"));
    assertTrue(contracts.size() >= 7, contracts::toString);
    for (Class<?> contract : contracts) {
      for (Method method : contract.getDeclaredMethods()) {
        if (AnnotationSupport.isAnnotated(method, Test.class)
            || AnnotationSupport.isAnnotated(method, TestTemplate.class)) {
          tests.add(method);
        }
      }
    }
    return tests;
  }

  @Test
  void noTestLacksARule() {
    RuleBook rules = RuleBook.load();
    for (Method test : tests()) {
      Rule rule = test.getAnnotation(Rule.class);
      assertNotNull(rule, test::toString);
      assertTrue(rules.sentence(rule.value()).isPresent(), () -> "no such rule: " + rule);
    }
  }

  @Test
  void noRuleLacksATestAndNoneHasTwo() {
    List<String> tested =
        tests().stream().map(test -> test.getAnnotation(Rule.class).value()).toList();
    Set<String> once = new TreeSet<>(tested);
    assertEquals(once.size(), tested.size(), tested::toString);
    assertEquals(new TreeSet<>(RuleBook.load().sentences().keySet()), once);
  }

  @Test
  void rulesAreGroupedNumberedAndSaidInOneSentence() {
    List<String> expected = new ArrayList<>();
    Set<String> numbers = new LinkedHashSet<>(RuleBook.load().sentences().keySet());
    for (String group : GROUPS) {
      long rules = numbers.stream().filter(rule -> rule.startsWith(group + "-")).count();
      assertTrue(rules > 0, group);
      for (int number = 1; number <= rules; number++) {
        expected.add(group + "-" + number);
      }
    }
    assertEquals(Set.copyOf(expected), numbers);
    RuleBook.load()
        .sentences()
        .forEach((rule, sentence) -> assertTrue(sentence.endsWith("."), rule));
  }

  @Test
  void theReadmeNamesOnlyRulesAndContractsThatExist() throws Exception {
    String readme = Files.readString(Path.of("README.md"));
    Matcher rules = Pattern.compile("\\b(?:" + String.join("|", GROUPS) + ")-\\d+").matcher(readme);
    Set<String> known = RuleBook.load().sentences().keySet();
    while (rules.find()) {
      assertTrue(known.contains(rules.group()), rules.group());
    }
    for (Class<?> contract :
        Arrays.asList(
            ProviderKit.class,
            MergerContract.class,
            ConversionContract.class,
            CorpusContract.class)) {
      assertTrue(readme.contains(contract.getSimpleName()), contract.getSimpleName());
    }
  }
}
