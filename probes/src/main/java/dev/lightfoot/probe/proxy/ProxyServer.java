package dev.lightfoot.probe.proxy;

import dev.lightfoot.model.url.PercentCoding;
import dev.lightfoot.model.url.UrlFault;
import dev.lightfoot.model.url.WebUrl;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An HTTP proxy.
///
/// @param host name or address, IPv6 without brackets
/// @param port where it listens
/// @param authorization value of `Proxy-Authorization`; never shown
/// @param source who named it, such as `https_proxy` or `--proxy`
public record ProxyServer(String host, int port, Optional<String> authorization, String source) {
  /// The port that curl takes where a proxy names none.
  public static final int DEFAULT_PORT = 1_080;

  private static final Pattern URL =
      Pattern.compile(
          "^(?:([A-Za-z][A-Za-z0-9+.-]*)://)?(?:([^/?#]*)@)?(\\[[0-9A-Fa-f:.%]+]|[^/?#:@\\[\\]\\s]+)"
              + "(?::(\\d{1,5}))?/?$");

  /// Reads `[http://][user:password@]host[:port]`, as curl does.
  ///
  /// @param source who named it
  /// @throws IllegalArgumentException where it is not a proxy that can be used; the message is a
  ///   sentence for people and holds no user or password
  public static ProxyServer parse(String text, String source) {
    Matcher url = URL.matcher(text.strip());
    if (!url.matches()) {
      throw new IllegalArgumentException(
          source + " names no proxy: write http://host:port, or --proxy none to go past it.");
    }
    String scheme = url.group(1) == null ? "http" : url.group(1).toLowerCase(Locale.ROOT);
    checkScheme(scheme, source);
    int port = url.group(4) == null ? DEFAULT_PORT : Integer.parseInt(url.group(4));
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException(
          source + " names a proxy on port " + port + "; ports are 1 to 65535.");
    }
    return new ProxyServer(
        host(url.group(3), source),
        port,
        Optional.ofNullable(url.group(2)).map(ProxyServer::basic),
        source);
  }

  /// IPv6 without its brackets, all else as in a URL: so nothing that is neither a name nor an
  /// address is given to a resolver.
  private static String host(String given, String source) {
    if (given.startsWith("[")) {
      return given.substring(1, given.length() - 1);
    }
    try {
      return WebUrl.of("http://" + given + "/").host();
    } catch (UrlFault e) {
      throw new IllegalArgumentException(
          source + " names a proxy whose host is neither a name nor an address: " + given + ".", e);
    }
  }

  private static void checkScheme(String scheme, String source) {
    if (scheme.startsWith("socks")) {
      throw new IllegalArgumentException(
          source
              + " names a SOCKS proxy, which Lightfoot cannot measure through: name an HTTP proxy"
              + " with --proxy http://host:port, or go past it with --proxy none.");
    }
    if (scheme.equals("https")) {
      throw new IllegalArgumentException(
          source
              + " names a proxy that expects TLS itself, which Lightfoot does not support: name an"
              + " http:// one with --proxy, or go past it with --proxy none.");
    }
    if (!scheme.equals("http")) {
      throw new IllegalArgumentException(
          source + " names a proxy of the kind " + scheme + "; only http:// is supported.");
    }
  }

  /// RFC 7617, of percent-encoded userinfo.
  private static String basic(String userInfo) {
    String plain = PercentCoding.decoded(userInfo.contains(":") ? userInfo : userInfo + ":");
    return "Basic " + Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /// `http://host:port`, without user and password.
  public String url() {
    return "http://" + authority(host, port);
  }

  static String authority(String host, int port) {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  /// Without the authorization.
  @Override
  public String toString() {
    return "ProxyServer[" + url() + ", by " + source + "]";
  }
}
