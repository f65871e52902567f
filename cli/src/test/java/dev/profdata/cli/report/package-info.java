/** Tests of the page, its numbers by value and its form by parsing. */
@NullMarked
package dev.profdata.cli.report;

import org.jspecify.annotations.NullMarked;
