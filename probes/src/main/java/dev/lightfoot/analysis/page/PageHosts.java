package dev.lightfoot.analysis.page;

/// The server in a URL that a file holds: cut out, not checked.
public final class PageHosts {
  private static final String AUTHORITY = "://";

  private PageHosts() {}

  /// Host, and port where one is named; empty where the URL names no server.
  public static String of(String url) {
    int scheme = url.indexOf(AUTHORITY);
    if (scheme < 0) {
      return "";
    }
    int from = scheme + AUTHORITY.length();
    return url.substring(from, end(url, from));
  }

  /// Scheme and server.
  public static String origin(String url) {
    int scheme = url.indexOf(AUTHORITY);
    return scheme < 0 ? "" : url.substring(0, end(url, scheme + AUTHORITY.length()));
  }

  /// What follows the server: path and query, at least a slash.
  public static String target(String url) {
    String path = url.substring(origin(url).length());
    return path.isEmpty() ? "/" : path;
  }

  private static int end(String url, int from) {
    for (int i = from; i < url.length(); i++) {
      char c = url.charAt(i);
      if (c == '/' || c == '?' || c == '#') {
        return i;
      }
    }
    return url.length();
  }
}
