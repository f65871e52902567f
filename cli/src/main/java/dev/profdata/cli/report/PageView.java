package dev.profdata.cli.report;

import java.util.List;
import java.util.Optional;

/**
 * The whole page.
 *
 * @param style the style sheet, as it is
 * @param top how long a list may be
 * @param comparison empty for one profile
 */
record PageView(
    String title,
    String style,
    String top,
    Optional<ComparisonView> comparison,
    List<ProfileView> profiles) {}
