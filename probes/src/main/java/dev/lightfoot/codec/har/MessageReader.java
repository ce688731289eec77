package dev.lightfoot.codec.har;

import dev.lightfoot.codec.json.JsonSource;
import dev.lightfoot.model.Header;

/// Reads the request or the response of an entry. Bodies are passed over.
final class MessageReader {
  /// Header lines of one message.
  static final int MAX_LINES = 1_000;

  /// Characters of the header lines of one message.
  static final int MAX_CHARS = 256 * 1024;

  private final JsonSource json;
  private final EntryDraft entry;
  private final MessageDraft message;
  private final Kept kept;

  MessageReader(JsonSource json, EntryDraft entry, MessageDraft message, Kept kept) {
    this.json = json;
    this.entry = entry;
    this.message = message;
    this.kept = kept;
  }

  /// Reads the present object.
  void read() {
    if (!json.object()) {
      return;
    }
    while (json.member()) {
      switch (json.name()) {
        case "url" -> message.url = json.text();
        case "method" -> message.method = json.text();
        case "status" -> message.status = json.text();
        case "statusText" -> statusText();
        case "httpVersion" -> message.version = json.text();
        case "redirectURL" -> message.redirect = json.text();
        case "headers" -> headers();
        case "cookies" -> cookies();
        case "headersSize" -> message.headerSize = size();
        case "bodySize" -> message.bodySize = size();
        case "content" -> content();
        case "postData" -> postData();
        case "queryString" -> json.skip(); // the URL has it
        default -> custom();
      }
    }
  }

  private void custom() {
    switch (json.name()) {
      case "_transferSize" -> message.transferSize = size();
      case "_error" -> entry.error = error();
      case "_protocol" -> entry.protocol = json.text();
      case "_priority" -> entry.priority = json.text();
      case "_initialPriority" -> entry.initialPriority = json.text();
      case "_securityDetails" -> security();
      case "fromDiskCache", "_fromDiskCache", "_fromCache" -> delivered("cache");
      case "fromServiceWorker", "_fromServiceWorker", "_fetchedViaServiceWorker" ->
          delivered("service-worker");
      case "fromPrefetchCache", "_fromPrefetchCache" -> delivered("navigational-prefetch");
      case "_requestHeaders", "_responseHeaders" -> json.skip();
      default -> kept.take(json);
    }
  }

  private void delivered(String how) {
    String said = kept.take(json);
    if (!said.isEmpty()
        && !said.equals("null")
        && !said.equals("false")
        && entry.delivery.isEmpty()) {
      entry.delivery = how;
    }
  }

  private void statusText() {
    String text = json.text();
    if (!text.isEmpty() && text.length() <= Kept.LONGEST) {
      kept.text("statusText", text);
    }
  }

  private long size() {
    double value = json.decimalNumber();
    return value >= 0 && value <= Long.MAX_VALUE / 2.0 ? (long) value : -1;
  }

  private void headers() {
    int[] chars = {0};
    json.objects(
        () -> {
          String name = "";
          String value = "";
          while (json.member()) {
            switch (json.name()) {
              case "name" -> name = json.text();
              case "value" -> value = json.text();
              default -> json.skip();
            }
          }
          chars[0] += name.length() + value.length();
          if (message.headers.size() >= MAX_LINES || chars[0] > MAX_CHARS) {
            message.headersCut = true;
          } else if (!name.isEmpty()) {
            message.headers.add(new Header(name, value));
          }
        });
  }

  /// The lines hold them, too; where they do not, it is still known how much was sent.
  private void cookies() {
    json.objects(
        () -> {
          while (json.member()) {
            switch (json.name()) {
              case "name", "value" -> message.cookieChars += json.text().length() + 1;
              default -> json.skip();
            }
          }
        });
  }

  private void content() {
    if (!json.object()) {
      return;
    }
    Kept inner = kept.in("content");
    while (json.member()) {
      switch (json.name()) {
        case "size" -> message.contentSize = size();
        case "compression" -> message.compression = (long) finite(json.decimalNumber());
        case "mimeType" -> message.mediaType = json.text();
        case "text", "encoding" -> json.skip();
        default -> inner.take(json);
      }
    }
  }

  private static double finite(double value) {
    return Double.isFinite(value) ? value : -0x1p63;
  }

  private void postData() {
    if (!json.object()) {
      return;
    }
    while (json.member()) {
      if (json.name().equals("text") && message.bodySize < 0) {
        message.bodySize = json.text().length();
      } else {
        json.skip();
      }
    }
  }

  /// A text, or an object with a message.
  private String error() {
    if (!json.object()) {
      return json.text();
    }
    String said = "";
    while (json.member()) {
      String text = json.text();
      said = said.isEmpty() ? text : said + " " + text;
    }
    return said;
  }

  private void security() {
    if (!json.object()) {
      return;
    }
    Kept inner = kept.in("_securityDetails");
    while (json.member()) {
      switch (json.name()) {
        case "protocol" -> message.security.protocol = json.text();
        case "cipher" -> message.security.cipher = json.text();
        case "keyExchangeGroup" -> message.security.group = json.text();
        default -> inner.take(json);
      }
    }
  }
}
