package dev.lightfoot.app.cli;

import java.io.Serial;

/// Something the person can put right; the message is a sentence. Ends the program with status 2.
final class Refusal extends Exception {
  @Serial private static final long serialVersionUID = 1;

  Refusal(String sentence) {
    super(sentence);
  }

  Refusal(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
