package dev.lightfoot.analysis.join;

import java.util.Locale;
import java.util.Optional;

/// How a server's span was found to belong to a request, the surest first.
public enum JoinedBy {
  /// It carries the trace id that the request was sent with or was answered with.
  TRACE_ID,
  /// It carries the request id that the request was sent with or was answered with.
  REQUEST_ID,
  /// Method, path, status, bytes and time fit this request and no other.
  LIKENESS,
  /// It is the database's own entry of a statement that the application recorded.
  STATEMENT,
  /// It carries no id and lies within the time of the span that it hangs below.
  TIME;

  private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /// The name in the snapshot format.
  public String label() {
    return label;
  }

  /// The one of that label; empty where there is none.
  public static Optional<JoinedBy> ofLabel(String label) {
    for (JoinedBy each : values()) {
      if (each.label.equals(label)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
