/**
 * The page that {@code report} writes about a profile or the comparison of two.
 *
 * <p>Data first: {@link dev.profdata.cli.report.ProfileFunctions}, {@link
 * dev.profdata.cli.report.CumulativeCurve}, {@link dev.profdata.cli.report.SourceFile}, {@link
 * dev.profdata.cli.report.ValueSites}, {@link dev.profdata.cli.report.TraceSteps} and {@link
 * dev.profdata.cli.report.ProfileComparison} compute numbers and know nothing of pages. What ends
 * in {@code View} or {@code Chart} turns them into text and coordinates for the templates, which
 * are resources of this package. {@link dev.profdata.cli.report.ProfileReport} is the door.
 *
 * <p>The page depends on nothing but the profiles: no time, no locale, no network.
 */
@NullMarked
package dev.profdata.cli.report;

import org.jspecify.annotations.NullMarked;
