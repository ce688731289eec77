package dev.lightfoot.codec.located;

import java.io.IOException;
import java.io.Serial;

/// A file for people that is wrong. The message is a sentence that names line, place and what to
/// do.
public final class LocatedFormatException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  private final int line;

  /// @param place from the top: `limits[2].max`; empty for the document
  public LocatedFormatException(int line, String place, String sentence) {
    super("Line " + line + (place.isEmpty() ? "" : ", " + place) + ": " + sentence);
    this.line = line;
  }

  /// The line that is wrong, from 1.
  public int line() {
    return line;
  }
}
