package dev.profdata.cli.report;

import java.util.List;

/**
 * A source file with its cold functions.
 *
 * @param path empty for all functions whose file is not known
 */
record FileRow(String path, String neverExecuted, String share, String bar) {
  static List<FileRow> of(List<SourceFile> files, int limit) {
    return files.stream().limit(limit).map(FileRow::of).toList();
  }

  private static FileRow of(SourceFile file) {
    return new FileRow(
        file.path().orElse(""),
        Numbers.of(file.neverExecuted(), file.functions()),
        Numbers.percent(file.coldShare()),
        Numbers.bar(file.coldShare()));
  }
}
