package dev.lightfoot.codec.django;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A request that Django logged: by `django.server` (`"GET /a?b=c HTTP/1.1" 200 1234`) or, where it
/// failed, by `django.request` (`Internal Server Error: /a`).
///
/// @param words of `django.request`; else empty
/// @param bytes of the body; empty where not said
record RequestLine(
    String method, String path, String query, int status, String bytes, String words) {
  private static final Map<String, Integer> WORDS =
      Map.of(
          "Internal Server Error", 500,
          "Not Implemented", 501,
          "Bad Gateway", 502,
          "Service Unavailable", 503,
          "Bad Request", 400,
          "Unauthorized", 401,
          "Forbidden", 403,
          "Not Found", 404,
          "Method Not Allowed", 405,
          "Gone", 410);
  private static final int PARTS = 3;

  /// One of `django.server` anywhere in a line.
  static Optional<RequestLine> ofServer(String line) {
    int start = line.indexOf('"');
    int end = start < 0 ? -1 : line.indexOf('"', start + 1);
    if (end < 0) {
      return Optional.empty();
    }
    String[] request = line.substring(start + 1, end).split(" ", -1);
    List<String> after = List.of(line.substring(end + 1).strip().split(" ", -1));
    boolean shaped =
        request.length == PARTS
            && request[2].startsWith("HTTP/")
            && after.getFirst().matches("[1-5]\\d\\d")
            && line.startsWith(" ", end + 1);
    if (!shaped) {
      return Optional.empty();
    }
    String bytes = after.size() > 1 && after.get(1).matches("\\d{1,18}") ? after.get(1) : "";
    return Optional.of(of(request[0], request[1], Integer.parseInt(after.getFirst()), bytes, ""));
  }

  private static RequestLine of(
      String method, String target, int status, String bytes, String words) {
    int mark = target.indexOf('?');
    return new RequestLine(
        method,
        mark < 0 ? target : target.substring(0, mark),
        mark < 0 ? "" : target.substring(mark + 1),
        status,
        bytes,
        words);
  }

  /// One of `django.request`: the message alone.
  static Optional<RequestLine> ofRequest(String message) {
    int colon = message.indexOf(": /");
    if (colon < 0) {
      return Optional.empty();
    }
    String words = message.substring(0, colon);
    int bracket = words.indexOf(" (");
    String known = bracket < 0 ? words : words.substring(0, bracket);
    Integer status = WORDS.get(known);
    return status == null
        ? Optional.empty()
        : Optional.of(of("", message.substring(colon + 2), status, "", known));
  }
}
