package dev.profdata.cli.report;

import dev.profdata.model.InstrProfile;
import java.util.List;
import java.util.Optional;

/**
 * Writes a page about a profile, or about two and what differs between them.
 *
 * <p>The page is one HTML file, well-formed as XML, that refers to nothing outside itself. It is
 * bounded: names are cut, and no list is longer than asked for. The same profiles make the same
 * page. Immutable; may be used by several threads at once.
 *
 * @since 0.1
 */
public final class ProfileReport {
  private static final String STYLE = "report.css";

  private final PageTemplate template = new PageTemplate();
  private final int top;

  /** Returns a report whose lists have at most {@code top} rows. */
  public ProfileReport(int top) {
    this.top = top;
  }

  /**
   * Returns the page about a profile.
   *
   * @param source what the page calls it
   */
  public String about(String source, InstrProfile profile) {
    ProfileData data = ProfileData.of(source, profile);
    return page(source, Optional.empty(), List.of(ProfileView.of("profile", "", data, top)));
  }

  /**
   * Returns the page about what {@code other} has different from {@code base}, and about both.
   *
   * @param baseSource what the page calls the first
   * @param otherSource what the page calls the second
   */
  public String comparing(
      String baseSource, InstrProfile base, String otherSource, InstrProfile other) {
    ProfileData before = ProfileData.of(baseSource, base);
    ProfileData after = ProfileData.of(otherSource, other);
    return page(
        baseSource + " \u2192 " + otherSource,
        Optional.of(ComparisonView.of(before, after, top)),
        List.of(
            ProfileView.of("base", "Base", before, top),
            ProfileView.of("other", "Other", after, top)));
  }

  private String page(
      String title, Optional<ComparisonView> comparison, List<ProfileView> profiles) {
    return template.render(
        new PageView(
            title, PageTemplate.resource(STYLE), Numbers.grouped(top), comparison, profiles));
  }
}
