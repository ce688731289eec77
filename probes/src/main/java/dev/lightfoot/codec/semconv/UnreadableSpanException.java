package dev.lightfoot.codec.semconv;

/// What should have been a span and cannot be one. Without a stack trace, for there may be very
/// many.
public final class UnreadableSpanException extends Exception {
  private static final long serialVersionUID = 1;

  /// For that reason.
  ///
  /// @param reason one sentence
  public UnreadableSpanException(String reason) {
    super(reason, null, false, false);
  }

  /// Why, as a sentence.
  public String reason() {
    return String.valueOf(getMessage());
  }
}
