package dev.lightfoot.codec.accesslog.entry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/// Takes `GET /path?query HTTP/1.1` apart, and finds the client among the addresses. A proxy also
/// writes the whole address: `GET http://host:80/path HTTP/1.1`.
final class RequestParts {
  private static final byte[] HTTP = "HTTP/".getBytes(ISO_8859_1);
  private static final byte[] SCHEME_END = "://".getBytes(ISO_8859_1);
  private static final int LONGEST_METHOD = 32;

  private RequestParts() {}

  /// From [Fact#REQUEST] to its parts, and from [Fact#TARGET] to path and query.
  static void split(Entry entry) {
    client(entry);
    if (!entry.has(Fact.METHOD) && entry.has(Fact.REQUEST)) {
      parts(entry);
    } else if (!entry.has(Fact.TARGET) && entry.has(Fact.REQUEST)) {
      requestBesideMethod(entry);
    }
    if (entry.has(Fact.TARGET)) {
      target(entry);
    }
    if (entry.has(Fact.QUERY) && entry.bytes(Fact.QUERY)[entry.from(Fact.QUERY)] == '?') {
      entry.put(
          Fact.QUERY, entry.bytes(Fact.QUERY), entry.from(Fact.QUERY) + 1, entry.to(Fact.QUERY));
    }
  }

  /// The first of `X-Forwarded-For`, else whoever the format calls so, else whoever is connected.
  private static void client(Entry entry) {
    if (entry.has(Fact.FORWARDED_FOR)) {
      String addresses = entry.text(Fact.FORWARDED_FOR);
      int comma = addresses.indexOf(',');
      entry.put(Fact.CLIENT, comma > 0 ? addresses.substring(0, comma) : addresses);
    } else if (!entry.has(Fact.CLIENT) && entry.has(Fact.PEER)) {
      entry.put(Fact.CLIENT, ServerAddress.host(entry.text(Fact.PEER)));
    }
  }

  /// Where the method has a field of its own, what is called request may be the path alone.
  private static void requestBesideMethod(Entry entry) {
    byte[] b = entry.bytes(Fact.REQUEST);
    int from = entry.from(Fact.REQUEST);
    if (b[from] == '/') {
      entry.put(Fact.TARGET, b, from, entry.to(Fact.REQUEST));
    } else {
      parts(entry);
    }
  }

  private static void parts(Entry entry) {
    byte[] b = entry.bytes(Fact.REQUEST);
    int from = entry.from(Fact.REQUEST);
    int to = withoutMissing(b, from, entry.to(Fact.REQUEST));
    int method = from;
    while (method < to && letter(b[method])) {
      method++;
    }
    boolean none = method == from || (method == from + 1 && b[from] == '-');
    if (none || method == to || b[method] != ' ' || method - from > LONGEST_METHOD) {
      return;
    }
    int protocol = to - 1;
    while (protocol > method && b[protocol] != ' ') {
      protocol--;
    }
    boolean named = protocol > method && FieldTexts.startsWith(b, protocol + 1, to, HTTP);
    entry.put(Fact.METHOD, b, from, method);
    entry.put(Fact.TARGET, b, method + 1, named ? protocol : to);
    if (named) {
      entry.put(Fact.PROTOCOL, b, protocol + 1, to);
    }
  }

  /// Where a request ends without a protocol, for which load balancers write `- `.
  private static int withoutMissing(byte[] b, int from, int to) {
    int end = to;
    while (end > from && b[end - 1] == ' ') {
      end--;
    }
    boolean missing = end - from > 2 && b[end - 1] == '-' && b[end - 2] == ' ';
    end -= missing ? 2 : 0;
    while (end > from && b[end - 1] == ' ') {
      end--;
    }
    return end;
  }

  private static boolean letter(byte c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
  }

  private static void target(Entry entry) {
    byte[] b = entry.bytes(Fact.TARGET);
    int from = entry.from(Fact.TARGET);
    int to = entry.to(Fact.TARGET);
    int path = from;
    if (b[from] != '/') {
      path = authority(entry, b, from, to);
    }
    int query = path;
    while (query < to && b[query] != '?') {
      query++;
    }
    if (query < to) {
      entry.put(Fact.QUERY, b, query + 1, to);
    }
    entry.put(Fact.TARGET, b, path, query);
  }

  /// Notes the host of a whole address.
  ///
  /// @return where its path begins
  private static int authority(Entry entry, byte[] b, int from, int to) {
    int scheme = from;
    while (scheme < to && scheme - from < 8 && letter(b[scheme])) {
      scheme++;
    }
    if (scheme == from || !FieldTexts.startsWith(b, scheme, to, SCHEME_END)) {
      return from;
    }
    int host = scheme + SCHEME_END.length;
    int path = host;
    while (path < to && b[path] != '/' && b[path] != '?') {
      path++;
    }
    if (!entry.has(Fact.HOST)) {
      entry.put(Fact.HOST, b, host, path);
    }
    return path;
  }
}
