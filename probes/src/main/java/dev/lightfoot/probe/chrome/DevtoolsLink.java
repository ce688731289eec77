package dev.lightfoot.probe.chrome;

import dev.lightfoot.devtools.json.JsonValue;
import java.io.IOException;

/// Carries the messages of the DevTools protocol to one browser and back.
interface DevtoolsLink extends AutoCloseable {

  /// Who gets what the browser sends; called by a thread of the link.
  interface Receiver {
    void received(JsonValue message);

    /// The browser has closed, or sends what cannot be read. The last call.
    void ended(String why);
  }

  /// Sends one message. Safe for use by several threads.
  void send(JsonValue message) throws IOException;

  @Override
  void close();
}
