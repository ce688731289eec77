package dev.lightfoot.codec.budget;

import java.io.IOException;
import java.io.Serial;

/// A budget file that is wrong. The message is a sentence that names line, place and what to do.
public final class BudgetFormatException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  private final int line;

  BudgetFormatException(int line, String place, String sentence) {
    super("Line " + line + (place.isEmpty() ? "" : ", " + place) + ": " + sentence);
    this.line = line;
  }

  /// The line that is wrong, from 1.
  public int line() {
    return line;
  }
}
