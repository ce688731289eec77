package dev.lightfoot.codec.har.write;

import dev.lightfoot.model.Header;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Writes the cookies that header lines hold.
final class HarCookies {
  private HarCookies() {}

  /// Of `Cookie` lines.
  static void sent(List<Header> headers, HarSink json) {
    for (Header header : headers) {
      if (header.named("cookie")) {
        for (String pair : header.value().split(";", -1)) {
          if (!pair.isBlank()) {
            json.object(() -> pair(pair.strip(), json));
          }
        }
      }
    }
  }

  /// Of `Set-Cookie` lines; Firefox puts several into one, each on a line.
  static void set(List<Header> headers, HarSink json) {
    for (Header header : headers) {
      if (header.named("set-cookie")) {
        for (String line : header.value().split("\n", -1)) {
          if (!line.isBlank()) {
            json.object(() -> cookie(line, json));
          }
        }
      }
    }
  }

  private static void cookie(String line, HarSink json) {
    String[] parts = line.split(";", -1);
    pair(parts[0].strip(), json);
    boolean httpOnly = false;
    boolean secure = false;
    String path = "";
    String domain = "";
    for (int i = 1; i < parts.length; i++) {
      String part = parts[i].strip();
      int equals = part.indexOf('=');
      String name = (equals < 0 ? part : part.substring(0, equals)).toLowerCase(Locale.ROOT);
      String value = equals < 0 ? "" : part.substring(equals + 1);
      switch (name) {
        case "httponly" -> httpOnly = true;
        case "secure" -> secure = true;
        case "path" -> path = value;
        case "domain" -> domain = value;
        default -> {}
      }
    }
    if (!path.isEmpty()) {
      json.text("path", path);
    }
    if (!domain.isEmpty()) {
      json.text("domain", domain);
    }
    expires(parts, json);
    json.flag("httpOnly", httpOnly);
    json.flag("secure", secure);
  }

  /// HAR wants ISO 8601; a date that cannot be read is left out, the line holds it.
  private static void expires(String[] parts, HarSink json) {
    for (String part : parts) {
      String text = part.strip();
      if (text.regionMatches(true, 0, "expires=", 0, 8)) {
        try {
          OffsetDateTime at =
              OffsetDateTime.parse(
                  text.substring(8).replace('-', ' '), DateTimeFormatter.RFC_1123_DATE_TIME);
          json.text("expires", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at));
        } catch (DateTimeException e) {
          continue;
        }
        return;
      }
    }
  }

  private static void pair(String pair, HarSink json) {
    int equals = pair.indexOf('=');
    json.text("name", equals < 0 ? "" : pair.substring(0, equals));
    json.text("value", equals < 0 ? pair : pair.substring(equals + 1));
  }
}
