package dev.lightfoot.model.span;

import java.util.Locale;

/// How an operation ended (OpenTelemetry span status).
///
/// @param code what its recorder says
/// @param message the recorder's words; empty where it has none
public record SpanStatus(Code code, String message) {
  /// Nothing said, which is the rule for what went well.
  public static final SpanStatus UNSET = new SpanStatus(Code.UNSET, "");

  /// OpenTelemetry's codes.
  public enum Code {
    UNSET,
    OK,
    ERROR;

    private final String label = name().toLowerCase(Locale.ROOT);

    /// The name in the snapshot format.
    public String label() {
      return label;
    }
  }

  /// An operation that failed.
  public static SpanStatus error(String message) {
    return new SpanStatus(Code.ERROR, message);
  }

  /// Whether the operation failed.
  public boolean isError() {
    return code == Code.ERROR;
  }
}
