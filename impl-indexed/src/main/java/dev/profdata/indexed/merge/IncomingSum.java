package dev.profdata.indexed.merge;

/** The records of another sum on their way into the sum. Confined to one thread. */
final class IncomingSum extends IncomingRecords {
  private final SavedRecords records;

  IncomingSum(SavedRecords records, String source, long weight) {
    super(records.image(), source, weight);
    this.records = records;
  }

  @Override
  boolean isPlain() {
    return false;
  }

  @Override
  void appendUniformity(UniformitySums sums, int place) {
    sums.append(place, records.uniformity(), row(), weight());
  }

  @Override
  void mergeUniformity(UniformitySums sums, int place) {
    sums.merge(place, records.uniformity(), row(), weight());
  }

  @Override
  void appendSite(ValueSites sites, int site, FirstProblem problem) {
    uncut(sites).append(records.sites(), site, weight());
  }

  @Override
  void addSite(ValueSites sites, int target, int site, FirstProblem problem) {
    uncut(sites).add(target, records.sites(), site, weight(), problem);
  }

  private static UncutSites uncut(ValueSites sites) {
    if (sites instanceof UncutSites uncut) {
      return uncut;
    }
    throw new IllegalStateException("sites are cut: partial sums cannot join");
  }
}
