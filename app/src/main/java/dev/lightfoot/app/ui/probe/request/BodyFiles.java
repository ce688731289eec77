package dev.lightfoot.app.ui.probe.request;

import java.util.function.Consumer;

/// Asks for a file whose content is to be sent.
public interface BodyFiles {

  /// Hands over what was read, or a sentence that says why it could not be; neither where the
  /// person changed their mind.
  void pick(Consumer<BodyFile> read, Consumer<String> refused);
}
