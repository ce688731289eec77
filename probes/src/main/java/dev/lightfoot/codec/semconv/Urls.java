package dev.lightfoot.codec.semconv;

import dev.lightfoot.model.span.AttributeNames;

/// Takes addresses apart as far as today's attributes want them apart. What is not an address stays
/// whole: nothing here fails.
final class Urls {
  private Urls() {}

  /// The path and the query of a request's target.
  static void target(String target, AttributeList into) {
    if (target.contains("://")) {
      into.putIfAbsent(AttributeNames.URL, target);
      path(target, into);
      return;
    }
    int query = target.indexOf('?');
    into.putIfAbsent(AttributeNames.PATH, query < 0 ? target : target.substring(0, query));
    if (query >= 0) {
      into.putIfAbsent(AttributeNames.QUERY, target.substring(query + 1));
    }
  }

  /// The path and the query of a whole address.
  static void path(String url, AttributeList into) {
    int scheme = url.indexOf("://");
    int path = url.indexOf('/', scheme < 0 ? 0 : scheme + 3);
    int fragment = url.indexOf('#');
    int end = fragment < 0 ? url.length() : fragment;
    if (path >= 0 && path < end) {
      target(url.substring(path, end), into);
    } else if (scheme > 0) {
      into.putIfAbsent(AttributeNames.PATH, "/");
    }
  }

  /// Name and port of a Host header.
  static void host(String host, AttributeList into) {
    int colon = host.lastIndexOf(':');
    boolean port =
        colon > 0
            && colon < host.length() - 1
            && host.chars().skip(colon + 1L).allMatch(c -> c >= '0' && c <= '9')
            && (host.indexOf(':') == colon || host.charAt(colon - 1) == ']');
    into.putIfAbsent(AttributeNames.SERVER_ADDRESS, port ? host.substring(0, colon) : host);
    if (port) {
      into.putIfAbsent(AttributeNames.SERVER_PORT, host.substring(colon + 1));
    }
  }
}
