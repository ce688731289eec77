package dev.lightfoot.app.ui.workspace;

import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.probe.ResolverChoice;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/// A resolver as people write it: `configured`, `system`, an address with or without a port, or the
/// URL of a DNS-over-HTTPS server.
public final class ResolverText {
  private static final int DNS_PORT = 53;

  private ResolverText() {}

  /// The choice that the text names.
  ///
  /// @throws IllegalArgumentException where it names none; the message is a sentence for people
  public static ResolverChoice parse(String text) {
    String trimmed = text.strip();
    if (trimmed.isEmpty() || trimmed.equals(Settings.CONFIGURED_RESOLVER)) {
      return new ResolverChoice.Configured();
    }
    if (trimmed.equals("system")) {
      return new ResolverChoice.OperatingSystem();
    }
    try {
      return trimmed.startsWith("https://") ? https(trimmed) : server(trimmed);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(Words.text("settings.resolver.wrong", trimmed), e);
    }
  }

  private static ResolverChoice https(String text) {
    URI url = URI.create(text);
    if (url.getHost() == null) {
      throw new IllegalArgumentException("no host");
    }
    return new ResolverChoice.Https(url);
  }

  private static ResolverChoice server(String text) {
    int colon = text.lastIndexOf(':');
    boolean bracketed = text.startsWith("[");
    boolean port = colon > 0 && (bracketed ? text.charAt(colon - 1) == ']' : single(text, colon));
    String host = port ? text.substring(0, colon) : text;
    if (bracketed) {
      host = host.replace("[", "").replace("]", "");
    }
    int number = port ? Integer.parseInt(text.substring(colon + 1)) : DNS_PORT;
    return new ResolverChoice.Server(new InetSocketAddress(InetAddress.ofLiteral(host), number));
  }

  private static boolean single(String text, int colon) {
    return text.indexOf(':') == colon;
  }
}
