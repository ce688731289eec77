package dev.lightfoot.app.ui.workspace.setting;

import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.probe.ProxyChoice;
import dev.lightfoot.probe.proxy.ProxyServer;

/// A proxy as people write it into the settings: `none`, `[http://]host[:port]`, or nothing for
/// what the environment says. One with a password is refused: the settings are kept and shown.
public final class ProxySetting {
  private ProxySetting() {}

  /// The choice that the text names.
  ///
  /// @throws IllegalArgumentException where it names none; the message is a sentence for people and
  ///   repeats nothing of the text, which may hold a password
  public static ProxyChoice parse(String text) {
    String trimmed = text.strip();
    if (trimmed.isEmpty() || trimmed.equals("none")) {
      return ProxyChoice.parse(trimmed);
    }
    ProxyServer server = server(trimmed);
    if (server.authorization().isPresent()) {
      throw new IllegalArgumentException(Words.text("settings.proxy.password"));
    }
    return new ProxyChoice.Server(server);
  }

  private static ProxyServer server(String text) {
    try {
      return ProxyServer.parse(text, Words.text("settings.proxy"));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(Words.text("settings.proxy.wrong"), e);
    }
  }
}
