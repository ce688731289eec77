package dev.lightfoot.model.span;

import java.util.Optional;

/// What requests of one kind are called. Where the server names no route it is made from the path:
/// what distinguishes one thing from another of its kind becomes `{id}`, so that `/orders/17` and
/// `/orders/18` are one.
public final class RouteName {
  private static final int LONGEST = 200;
  private static final int SEGMENTS = 10;
  private static final int HEX = 8;
  private static final int TOKEN = 20;
  private static final String ID = "{id}";
  private static final String NOT_LOGGED = "(path not logged)";

  private RouteName() {}

  /// Method and route of a request; the span's own name where it has neither route nor path. Of a
  /// call to another server only a route that it names counts: its path is the other's.
  public static String of(Span span) {
    StringBuilder name = new StringBuilder();
    append(span, name);
    return name.toString();
  }

  /// The same, behind what is there.
  public static void append(Span span, StringBuilder into) {
    Attributes attributes = span.attributes();
    Optional<String> route = attributes.get(AttributeNames.ROUTE);
    Optional<String> path =
        route.isEmpty() && span.kind() == SpanKind.SERVER ? path(attributes) : Optional.empty();
    boolean known = route.isPresent() || path.isPresent();
    boolean byMethod = !known && isNamedByMethod(span);
    Optional<String> method =
        known || byMethod ? attributes.get(AttributeNames.METHOD) : Optional.empty();
    if (method.isPresent() && !method.get().isEmpty()) {
      into.append(method.get()).append(' ');
    }
    if (path.isPresent()) {
      append(path.get(), into);
    } else {
      into.append(route.orElse(byMethod ? NOT_LOGGED : span.name()));
    }
  }

  /// Its route alone.
  public static String route(Span span) {
    return known(span).orElseGet(() -> isNamedByMethod(span) ? NOT_LOGGED : span.name());
  }

  /// Its method alone; empty where its name stands for both.
  public static String method(Span span) {
    return span.attributes().get(AttributeNames.ROUTE).isPresent()
            || (span.kind() == SpanKind.SERVER && path(span.attributes()).isPresent())
            || isNamedByMethod(span)
        ? span.attributes().get(AttributeNames.METHOD).orElse("")
        : "";
  }

  private static Optional<String> known(Span span) {
    Optional<String> route = span.attributes().get(AttributeNames.ROUTE);
    return route.isEmpty() && span.kind() == SpanKind.SERVER
        ? path(span.attributes()).map(RouteName::of)
        : route;
  }

  /// A request of which nothing but the method is recorded.
  private static boolean isNamedByMethod(Span span) {
    return span.kind() == SpanKind.SERVER
        && span.attributes().get(AttributeNames.METHOD).filter(span.name()::equals).isPresent();
  }

  /// The path that was requested, where it is recorded.
  public static Optional<String> path(Attributes attributes) {
    Optional<String> path = attributes.get(AttributeNames.PATH);
    return path.isPresent() ? path : attributes.get(AttributeNames.URL).map(RouteName::pathOf);
  }

  private static String pathOf(String url) {
    int scheme = url.indexOf("://");
    int slash = url.indexOf('/', scheme < 0 ? 0 : scheme + 3);
    return slash < 0 ? "/" : url.substring(slash);
  }

  /// The route of such a path; query and path parameters are not part of it.
  public static String of(String path) {
    StringBuilder route = new StringBuilder(path.length() + ID.length());
    append(path, route);
    return route.toString();
  }

  private static void append(String path, StringBuilder route) {
    int end = end(path);
    int begin = route.length();
    int segments = 0;
    int start = 0;
    while (start <= end) {
      int slash = path.indexOf('/', start);
      int next = slash < 0 || slash > end ? end : slash;
      if (segments++ == SEGMENTS || route.length() - begin > LONGEST) {
        route.append('…');
        return;
      }
      segment(path, start, next, route);
      if (next < end) {
        route.append('/');
      }
      start = next + 1;
    }
  }

  private static int end(String path) {
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '?' || c == '#' || c == ';') {
        return i;
      }
    }
    return path.length();
  }

  /// Dots part a segment, for the sake of `app.3f9a1c2b.js` and `17.json`.
  private static void segment(String path, int from, int to, StringBuilder route) {
    int start = from;
    for (int i = from; i <= to; i++) {
      if (i == to || path.charAt(i) == '.') {
        if (isId(path, start, i)) {
          route.append(ID);
        } else {
          route.append(path, start, i);
        }
        if (i < to) {
          route.append('.');
        }
        start = i + 1;
      }
    }
  }

  private static boolean isId(String path, int from, int to) {
    int digits = 0;
    int hex = 0;
    int upper = 0;
    int dashes = 0;
    for (int i = from; i < to; i++) {
      char c = path.charAt(i);
      if (c == '@' || (c == '%' && path.startsWith("40", i + 1))) {
        return true; // an address of a person
      }
      digits += c >= '0' && c <= '9' ? 1 : 0;
      hex += Character.digit(c, 16) >= 0 ? 1 : 0;
      upper += c >= 'A' && c <= 'Z' ? 1 : 0;
      dashes += c == '-' || c == '_' ? 1 : 0;
    }
    int length = to - from;
    return digits > 0
        && (digits + dashes == length
            || (hex + dashes == length && hex >= HEX)
            || (length >= TOKEN && (digits * 5 >= length || upper * 5 >= length)));
  }
}
