package dev.lightfoot.model.page;

import java.util.Locale;
import java.util.Optional;

/// What a page uses a resource for: the destination of the Fetch Standard, in the groups of the
/// DevTools protocol.
public enum ResourceType {
  DOCUMENT,
  STYLESHEET,
  SCRIPT,
  IMAGE,
  FONT,
  MEDIA,
  FETCH,
  MANIFEST,
  OTHER;

  private final String label = name().toLowerCase(Locale.ROOT);

  /// The name in the snapshot format.
  public String label() {
    return label;
  }

  /// The type of that label; empty where this version knows none.
  public static Optional<ResourceType> ofLabel(String label) {
    for (ResourceType type : values()) {
      if (type.label.equals(label)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
