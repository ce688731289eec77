package dev.lightfoot.app.ui.compare.reading;

/// One of the two sides.
public enum Which {
  /// What is compared with.
  A,
  /// What is compared.
  B
}
