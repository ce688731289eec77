package dev.lightfoot.report.layout.page;

import java.util.Locale;

/// What the rows of a page are gathered by.
public enum PageGrouping {
  /// The document's own site, other sites.
  PARTY,
  HOST,
  CONNECTION,
  NONE;

  private final String label = name().toLowerCase(Locale.ROOT);

  /// A word for resource bundles and settings.
  public String label() {
    return label;
  }
}
