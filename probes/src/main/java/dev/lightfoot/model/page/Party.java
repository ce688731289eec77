package dev.lightfoot.model.page;

import java.util.Locale;
import java.util.Optional;

/// Whose server answers a request of a page: by the site (scheme and registrable domain, as in the
/// HTML Standard's "same site") of the document and of the request.
public enum Party {
  /// Of the document's own site.
  FIRST,
  /// Of another site.
  THIRD;

  private final String label = name().toLowerCase(Locale.ROOT);

  /// The name in the snapshot format.
  public String label() {
    return label;
  }

  /// The party of that label; empty where this version knows none.
  public static Optional<Party> ofLabel(String label) {
    for (Party party : values()) {
      if (party.label.equals(label)) {
        return Optional.of(party);
      }
    }
    return Optional.empty();
  }
}
