package dev.lightfoot.model.budget;

/// How much of a quantity there may be: nanoseconds, trips, bytes, requests or findings.
public sealed interface Allowance {
  /// So much.
  ///
  /// @param max the most that keeps the limit
  record AtMost(long max) implements Allowance {}

  /// So much more than a baseline has.
  ///
  /// @param baseline the snapshot to compare with, as the file names it: a file, an id or a name
  /// @param more the most that there may be beyond the baseline
  /// @param percent the same as a share of the baseline; the two add up, and one of them is 0
  record WorseBy(String baseline, long more, double percent) implements Allowance {
    private static final double HUNDRED = 100;

    /// The most that there may be where the baseline has that.
    public long max(long ofBaseline) {
      return ofBaseline + more + (long) Math.floor(ofBaseline * percent / HUNDRED);
    }
  }
}
