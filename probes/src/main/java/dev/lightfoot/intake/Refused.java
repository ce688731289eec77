package dev.lightfoot.intake;

import java.io.IOException;
import java.io.Serial;

/// A file, or the rest of it, is not read; the message is a sentence for the person.
final class Refused extends IOException {
  @Serial private static final long serialVersionUID = 1;

  Refused(String sentence) {
    super(sentence);
  }
}
