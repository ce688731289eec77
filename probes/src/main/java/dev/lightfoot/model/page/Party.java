package dev.lightfoot.model.page;

import java.util.Locale;
import java.util.Optional;

/// Whose server answers a request of a page: by the registrable domains (public suffix list) of the
/// document and of the request. A browser's own word is taken where it gives one; for it http and
/// https are two sites (HTML Standard, "same site").
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
