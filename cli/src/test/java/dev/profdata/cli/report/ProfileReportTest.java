package dev.profdata.cli.report;

import static dev.profdata.cli.report.TextProfiles.MAX;
import static dev.profdata.cli.report.TextProfiles.function;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The page is well-formed, complete in itself, and says what the profiles say. */
class ProfileReportTest {
  private static final String RICH =
      """
      :ir
      :temporal_prof_traces
      1
      1
      1
      main,a.c:work,
      main
      1
      2
      5
      3
      3
      0
      1
      2
      a.c:work:4
      ** External Symbol **:1
      1
      1
      1
      64:2
      2
      1
      1
      vtable:6

      a.c:work
      1
      1
      9
      b.c:cold
      1
      1
      0
      """;

  private final ProfileReport report = new ProfileReport(50);

  private static Document parse(String page)
      throws IOException, SAXException, ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
  }

  private static List<Element> elements(Document page, String tag) {
    NodeList nodes = page.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static String text(Document page) {
    return page.getDocumentElement().getTextContent().replaceAll("\\s+", " ");
  }

  private String comparison() throws IOException {
    return report.comparing(
        "old", TextProfiles.read(RICH), "new", TextProfiles.read(":ir\n" + function("main", "5")));
  }

  @Test
  void thePageIsWellFormedAndComplete() throws Exception {
    Document page = parse(report.about("app.profdata", TextProfiles.read(RICH)));
    String text = text(page);
    for (String expected :
        List.of(
            "app.profdata",
            "2 executed, 66.67%",
            "Indirect calls",
            "Sizes of memory operations",
            "64 bytes",
            "Virtual tables",
            "not in the profile",
            "Functions: 2. Weight: 1.",
            "Highest bar: 9.")) {
      assertTrue(text.contains(expected), expected);
    }
    assertEquals(1, elements(page, "polyline").size());
    assertEquals(2, elements(page, "rect").size());
  }

  @Test
  void everyLinkLeadsToAPlaceOfThePage() throws Exception {
    for (String page : List.of(comparison(), report.about("a", TextProfiles.read(RICH)))) {
      Document document = parse(page);
      Set<String> places = new HashSet<>();
      for (Element element : elements(document, "*")) {
        String id = element.getAttribute("id");
        assertTrue(id.isEmpty() || places.add(id), "twice: " + id);
      }
      for (Element link : elements(document, "a")) {
        String target = link.getAttribute("href");
        assertTrue(target.startsWith("#") && places.contains(target.substring(1)), target);
      }
    }
  }

  @Test
  void nothingIsFetched() throws Exception {
    String page = comparison();
    assertFalse(page.contains("http://") || page.contains("https://"), page);
    assertFalse(page.contains("url(") || page.contains("@import"));
    Document document = parse(page);
    for (String tag : List.of("link", "script", "img", "iframe", "base", "object")) {
      assertEquals(List.of(), elements(document, tag), tag);
    }
    assertEquals(
        List.of(), elements(document, "*").stream().filter(e -> e.hasAttribute("src")).toList());
  }

  @Test
  void namesAreTextWhateverTheyHold() throws Exception {
    String name = "<script>alert('&')</script>\u0001\u202e{{title}}";
    Document page =
        parse(
            report.about(
                "<b>" + name, TextProfiles.read(":ir\n" + function("\"f\".c:" + name, "3"))));
    assertEquals(List.of(), elements(page, "script"));
    assertEquals(
        List.of(),
        elements(page, "b").stream().filter(b -> b.getTextContent().contains("script")).toList());
    String shown = "<script>alert('&')</script><U+0001><U+202E>{{title}}";
    assertEquals("<b>" + shown, elements(page, "title").get(0).getTextContent());
    assertTrue(text(page).contains(shown + "\"f\".c"));
  }

  @Test
  void anEmptyProfileHasAPage() throws Exception {
    String text = text(parse(report.about("empty", TextProfiles.read(":ir\n"))));
    for (String expected :
        List.of(
            "Nothing was counted.",
            "No function was executed.",
            "The profile has no functions.",
            "The profile has no value sites.",
            "The profile has no temporal traces.")) {
      assertTrue(text.contains(expected), expected);
    }
    parse(report.comparing("a", TextProfiles.read(":ir\n"), "b", TextProfiles.read(":ir\n")));
  }

  @Test
  void aSumBeyond64BitsIsShownWithAWarning() throws Exception {
    String text = text(parse(report.about("a", TextProfiles.read(function("f", "1", MAX, MAX)))));
    assertTrue(text.contains("36,893,488,147,419,103,231"), text);
    assertTrue(text.contains("does not fit into 64 bits"), text);
    assertTrue(text.contains("The summary of this profile means nothing"), text);
  }

  @Test
  void aComparisonListsWhatChanged() throws Exception {
    Document page = parse(comparison());
    List<String> sections =
        elements(page, "section").stream()
            .map(section -> section.getAttribute("id"))
            .filter(id -> !id.contains("-"))
            .toList();
    assertEquals(List.of("hotter", "gone"), sections);
    String gone = elements(page, "section").get(1).getTextContent().replaceAll("\\s+", " ");
    assertTrue(gone.contains("Functions: 2 (only base has the function)."), gone);
    assertTrue(gone.contains("work") && gone.contains("52.94%"), gone);
  }

  @Test
  void listsAreNoLongerThanAskedFor() throws Exception {
    StringBuilder functions = new StringBuilder(":ir\n");
    for (int i = 0; i < 500; i++) {
      functions.append(function("file" + i + ".c:" + "x".repeat(5000) + i, "1"));
    }
    String page = new ProfileReport(3).about("long", TextProfiles.read(functions.toString()));
    assertEquals(1 + 16 + 3 * 3 + 3, elements(parse(page), "tr").size());
    assertTrue(text(parse(page)).contains("Files not shown: 497"));
    assertTrue(page.length() < 60_000, "length " + page.length());
  }

  @Test
  void theSameProfileMakesTheSamePage() throws IOException {
    assertEquals(comparison(), comparison());
  }
}
