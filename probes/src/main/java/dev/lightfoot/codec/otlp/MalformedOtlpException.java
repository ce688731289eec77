package dev.lightfoot.codec.otlp;

import java.io.IOException;

/// A body, line or record that is not OTLP at all: cut, damaged or of another format. Spans that
/// were reported before it stand.
public final class MalformedOtlpException extends IOException {
  private static final long serialVersionUID = 1;

  /// That sentence.
  ///
  /// @param sentence where and what is wrong
  public MalformedOtlpException(String sentence) {
    super(sentence);
  }

  /// Where and what is wrong.
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
