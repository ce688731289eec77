package dev.lightfoot.probe.chrome;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.RunError;
import java.util.Optional;

/// The browser did not do its part. The message is a sentence for people.
final class BrowserFailure extends Exception {
  private static final long serialVersionUID = 1;

  private final ErrorType type;
  private final String sentence;

  BrowserFailure(ErrorType type, String message) {
    super(message);
    this.type = type;
    this.sentence = message;
  }

  static BrowserFailure cancelled() {
    return new BrowserFailure(ErrorType.CANCELLED, "Stopped by you.");
  }

  RunError asRunError() {
    return new RunError(Optional.empty(), type.label(), sentence);
  }
}
