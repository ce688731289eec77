package dev.lightfoot.app.cli.console;

import java.io.Serial;

/// Something the person can put right; the message is a sentence. Ends the program with status 2.
public final class Refusal extends Exception {
  @Serial private static final long serialVersionUID = 1;

  public Refusal(String sentence) {
    super(sentence);
  }

  public Refusal(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
