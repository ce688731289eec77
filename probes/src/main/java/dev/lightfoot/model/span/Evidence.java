package dev.lightfoot.model.span;

import java.util.Locale;

/// How a number came to be known.
public enum Evidence {
  /// Seen by our own socket, resolver or kernel, or by a browser that we drove.
  MEASURED,
  /// Read from a file or from another tool.
  IMPORTED,
  /// Computed from other numbers.
  INFERRED;

  private final String label = name().toLowerCase(Locale.ROOT);

  /// The name in the snapshot format.
  public String label() {
    return label;
  }
}
