package dev.lightfoot.app.ui.workspace;

import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.probe.ProxyChoice;
import dev.lightfoot.probe.proxy.ProxyServer;

/// A proxy as people write it: `none`, `[http://][user:password@]host[:port]`, or nothing for what
/// the environment says.
public final class ProxyText {
  private ProxyText() {}

  /// The choice that the text names.
  ///
  /// @throws IllegalArgumentException where it names none; the message is a sentence for people and
  ///   repeats nothing of the text, which may hold a password
  public static ProxyChoice parse(String text) {
    String trimmed = text.strip();
    if (trimmed.isEmpty() || trimmed.equals("none")) {
      return ProxyChoice.parse(trimmed);
    }
    try {
      return new ProxyChoice.Server(ProxyServer.parse(trimmed, Words.text("settings.proxy")));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(Words.text("settings.proxy.wrong"), e);
    }
  }
}
