package dev.lightfoot.probe;

import dev.lightfoot.model.url.WebUrl;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who turns host names into addresses.
public sealed interface ResolverChoice {

  /// The servers that the operating system is configured with, asked by us: every query is seen.
  record Configured() implements ResolverChoice {}

  /// The operating system's own resolver (`getaddrinfo`): only the total time is seen.
  record OperatingSystem() implements ResolverChoice {}

  /// One server over UDP, with TCP where the answer is cut.
  record Server(InetSocketAddress address) implements ResolverChoice {}

  /// Several servers, each asked where those before it do not answer.
  record Servers(List<InetSocketAddress> addresses) implements ResolverChoice {
    public Servers {
      addresses = List.copyOf(addresses);
    }
  }

  /// DNS over HTTPS (RFC 8484).
  record Https(WebUrl url) implements ResolverChoice {}

  /// Reads `system`, `IP`, `IP:PORT`, `[IPv6]:PORT`, several of these with commas between, or an
  /// `https://` URL; nothing means the configured servers.
  ///
  /// @throws IllegalArgumentException where it is not one of them; the message is a sentence for
  ///   people
  static ResolverChoice parse(String text) {
    String choice = text.strip();
    if (choice.isEmpty()) {
      return new Configured();
    }
    if (choice.equals("system")) {
      return new OperatingSystem();
    }
    if (choice.startsWith("https://")) {
      return new Https(TargetUrl.parse(choice).url());
    }
    List<InetSocketAddress> servers = new ArrayList<>();
    for (String part : choice.split(",", -1)) {
      servers.add(server(part.strip(), choice));
    }
    return servers.size() == 1 ? new Server(servers.getFirst()) : new Servers(servers);
  }

  private static InetSocketAddress server(String text, String choice) {
    Matcher withPort = Pattern.compile("^(\\[.+\\]|[^:]+):(\\d{1,5})$").matcher(text);
    String host = withPort.matches() ? withPort.group(1) : text;
    int port = withPort.matches() ? Integer.parseInt(withPort.group(2)) : 53;
    try {
      InetAddress address = InetAddress.ofLiteral(host.replaceAll("^\\[|\\]$", ""));
      return new InetSocketAddress(address, port);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "\""
              + choice
              + "\" is not a resolver: write system, an IP address with or without a port, or an"
              + " https:// URL.",
          e);
    }
  }
}
