package dev.lightfoot.model;

/// Why a run that came to its end is left out of statistics: it is shown, but no median holds it.
public enum LeftOut {
  /// Made only so that the runs after it find a kept connection; it was not asked for.
  PREPARING("preparing"),
  /// A warm run for which no connection had been kept: the server had closed it.
  NOT_KEPT("not-kept"),
  /// The person chose so.
  EXCLUDED("excluded");

  private final String label;

  LeftOut(String label) {
    this.label = label;
  }

  /// As a snapshot has it.
  public String label() {
    return label;
  }
}
