package dev.profdata.cli.report;

/** A number of a profile with words for it. */
record Fact(String label, String value, String detail) {}
