package dev.lightfoot.app.ui.workspace.setting;

import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.probe.ResolverChoice;

/// A resolver as people write it: `configured`, `system`, an address with or without a port, or the
/// URL of a DNS-over-HTTPS server.
public final class ResolverText {
  private ResolverText() {}

  /// The choice that the text names.
  ///
  /// @throws IllegalArgumentException where it names none; the message is a sentence for people
  public static ResolverChoice parse(String text) {
    String trimmed = text.strip();
    if (trimmed.isEmpty() || trimmed.equals(Settings.CONFIGURED_RESOLVER)) {
      return new ResolverChoice.Configured();
    }
    try {
      return ResolverChoice.parse(trimmed);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(Words.text("settings.resolver.wrong", trimmed), e);
    }
  }
}
