package dev.lightfoot.model.page;

import java.util.Locale;

/// What loaded a page.
public enum PageEngine {
  /// Lightfoot's own loader, which runs no scripts.
  BUILTIN,
  /// An installed browser of the Chromium family.
  CHROME,
  /// Another program, which wrote a file.
  IMPORTED;

  private final String label = name().toLowerCase(Locale.ROOT);

  /// The name in the snapshot format.
  public String label() {
    return label;
  }
}
