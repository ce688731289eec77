package dev.lightfoot.model.span;

import java.util.Locale;
import java.util.Optional;

/// Whose half of a call a span is (OpenTelemetry span kind).
public enum SpanKind {
  INTERNAL,
  SERVER,
  CLIENT,
  PRODUCER,
  CONSUMER;

  private final String label = name().toLowerCase(Locale.ROOT);

  /// The name in the snapshot format.
  public String label() {
    return label;
  }

  /// The kind of that label; empty where there is none.
  public static Optional<SpanKind> ofLabel(String label) {
    for (SpanKind kind : values()) {
      if (kind.label.equals(label)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
