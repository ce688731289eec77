package dev.lightfoot.codec.webpagetest;

import dev.lightfoot.codec.json.JsonSource;
import dev.lightfoot.model.Header;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One request of a view as it stands in the file: numbers may be texts, times are milliseconds
/// from the start of the view.
final class Asked {
  private static final int MAX_LINES = 1_000;
  private static final Set<String> WANTED =
      Set.of(
          "full_url",
          "host",
          "url",
          "is_secure",
          "method",
          "responseCode",
          "protocol",
          "ip_addr",
          "socket",
          "dns_start",
          "dns_end",
          "dns_ms",
          "connect_start",
          "connect_end",
          "connect_ms",
          "ssl_start",
          "ssl_end",
          "ssl_ms",
          "load_start",
          "ttfb_ms",
          "download_start",
          "download_ms",
          "all_start",
          "all_end",
          "created",
          "bytesOut",
          "bytesIn",
          "objectSize",
          "objectSizeUncompressed",
          "contentType",
          "request_type",
          "priority",
          "initiator",
          "initiator_line",
          "initiator_type",
          "renderBlocking");

  private final Map<String, String> facts = new HashMap<>();
  final List<Header> sent = new ArrayList<>();
  final List<Header> received = new ArrayList<>();
  private String statusLine = "";

  /// Reads the object that has been entered, to its end.
  static Asked read(JsonSource json) {
    Asked asked = new Asked();
    while (json.member()) {
      if (json.name().equals("headers")) {
        asked.headers(json);
      } else if (WANTED.contains(json.name())) {
        asked.facts.put(json.name(), json.text());
      } else {
        json.skip();
      }
    }
    return asked;
  }

  private void headers(JsonSource json) {
    if (!json.object()) {
      return;
    }
    while (json.member()) {
      switch (json.name()) {
        case "request" -> lines(json, sent);
        case "response" -> lines(json, received);
        default -> json.skip();
      }
    }
  }

  private void lines(JsonSource json, List<Header> into) {
    if (!json.array()) {
      return;
    }
    while (json.element()) {
      String line = json.text();
      int colon = line.indexOf(':', 1);
      if (line.startsWith("HTTP/")) {
        statusLine = line;
      } else if (colon > 0 && !line.contains(" HTTP/") && into.size() < MAX_LINES) {
        into.add(new Header(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
      }
    }
  }

  String text(String fact) {
    return facts.getOrDefault(fact, "");
  }

  double number(String fact) {
    return parsed(text(fact));
  }

  /// As the member `protocol` or the status line has it.
  String protocol() {
    int space = statusLine.indexOf(' ');
    return !text("protocol").isEmpty()
        ? text("protocol")
        : space < 0 ? "" : statusLine.substring(0, space);
  }

  String url() {
    String whole = text("full_url");
    return !whole.isEmpty()
        ? whole
        : (text("is_secure").equals("1") ? "https://" : "http://") + text("host") + text("url");
  }

  static double parsed(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
