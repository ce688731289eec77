package dev.lightfoot.devtools;

import java.net.InetAddress;

/// The parts of an absolute URL that a browser has put into its normal form, cut by its delimiters
/// (RFC 3986): what stands within them may be anything.
record UrlParts(String scheme, String userInfo, String host, String rest) {
  static UrlParts of(String url) {
    int authority = url.indexOf("://");
    if (authority < 0) {
      return new UrlParts("", "", "", url);
    }
    int from = authority + "://".length();
    int to = from;
    while (to < url.length() && "/?#".indexOf(url.charAt(to)) < 0) {
      to++;
    }
    String server = url.substring(from, to);
    int at = server.lastIndexOf('@');
    return new UrlParts(
        url.substring(0, authority),
        at < 0 ? "" : server.substring(0, at),
        server.substring(at + 1),
        url.substring(to));
  }

  /// The URL without user and password.
  String withoutUserInfo() {
    return scheme.isEmpty() ? rest : scheme + "://" + host + rest;
  }

  /// Path and query, as a request line has them.
  String target() {
    int fragment = rest.indexOf('#');
    String target = fragment < 0 ? rest : rest.substring(0, fragment);
    return target.startsWith("/") ? target : "/" + target;
  }

  /// Whether the host is an address.
  boolean isLiteral() {
    String name = host.startsWith("[") ? host.replaceAll("^\\[|].*$", "") : host.split(":", 2)[0];
    try {
      InetAddress.ofLiteral(name);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
