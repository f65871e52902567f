/**
 * The text form of merged profiles ({@code .proftext}): lines for people, with the rules of a
 * release. {@code docs/text.md} tells the grammar.
 */
@NullMarked
package dev.profdata.indexed.text;

import org.jspecify.annotations.NullMarked;
