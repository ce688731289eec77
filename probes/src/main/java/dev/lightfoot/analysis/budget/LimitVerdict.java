package dev.lightfoot.analysis.budget;

/// What may be said of a limit.
public enum LimitVerdict {
  KEPT("kept"),
  BROKEN("broken"),
  /// What was measured says neither.
  UNMEASURABLE("unmeasurable");

  private final String label;

  LimitVerdict(String label) {
    this.label = label;
  }

  /// Its name in documents.
  public String label() {
    return label;
  }
}
