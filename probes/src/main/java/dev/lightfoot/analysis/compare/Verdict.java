package dev.lightfoot.analysis.compare;

/// What may be said of B against A.
public enum Verdict {
  FASTER("faster"),
  SLOWER("slower"),
  /// Not significant, or within the floor.
  NO_CHANGE_SHOWN("no-change-shown"),
  /// Fewer runs on a side than a verdict needs.
  NOT_ENOUGH_RUNS("not-enough-runs");

  /// Of fewer runs on a side nothing is said in words.
  public static final int FEWEST_RUNS = 10;

  private final String label;

  Verdict(String label) {
    this.label = label;
  }

  /// Its name in documents.
  public String label() {
    return label;
  }
}
