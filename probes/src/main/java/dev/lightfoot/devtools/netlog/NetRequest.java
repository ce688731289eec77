package dev.lightfoot.devtools.netlog;

import dev.lightfoot.devtools.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// One request with its response, in milliseconds by the browser's clock.
public final class NetRequest {
  private final long id;
  private final String before;
  private String url = "";
  private String method = "GET";
  private String kind = "";
  private String priority = "";
  private long job;
  private long bytes;
  private int error;
  private boolean isolated;
  private boolean initiated;
  private OptionalDouble from = OptionalDouble.empty();
  private OptionalDouble to = OptionalDouble.empty();
  private OptionalDouble sendFrom = OptionalDouble.empty();
  private OptionalDouble sendTo = OptionalDouble.empty();
  private OptionalDouble headersTo = OptionalDouble.empty();
  private OptionalDouble earlyHints = OptionalDouble.empty();
  private JsonValue requestHeaders = JsonValue.NOTHING;
  private JsonValue responseHeaders = JsonValue.NOTHING;

  /// @param before the URL that led here; empty for the first
  NetRequest(long id, String before) {
    this.id = id;
    this.before = before;
  }

  void accept(NetLogEvent event) {
    JsonValue params = event.params();
    OptionalDouble now = OptionalDouble.of(event.millis());
    if (from.isEmpty()) {
      from = now;
    }
    switch (event.type()) {
      case "REQUEST_ALIVE" -> alive(event, now);
      case "URL_REQUEST_START_JOB" -> start(event);
      case "HTTP_STREAM_REQUEST_BOUND_TO_JOB" -> job = event.dependency();
      case "HTTP_TRANSACTION_SEND_REQUEST" -> {
        if (event.phase() == NetLogEvent.Phase.BEGIN) {
          sendFrom = now;
        } else {
          sendTo = now;
        }
      }
      case "HTTP_TRANSACTION_SEND_REQUEST_HEADERS",
          "HTTP_TRANSACTION_HTTP2_SEND_REQUEST_HEADERS",
          "HTTP_TRANSACTION_QUIC_SEND_REQUEST_HEADERS" ->
          requestHeaders = params.at("headers");
      case "HTTP_TRANSACTION_READ_EARLY_HINTS_RESPONSE_HEADERS" -> earlyHints = now;
      case "HTTP_TRANSACTION_READ_RESPONSE_HEADERS" -> {
        responseHeaders = params.at("headers");
        headersTo = now;
      }
      case "URL_REQUEST_JOB_FILTERED_BYTES_READ" ->
          bytes += (long) params.number("byte_count").orElse(0);
      default -> {}
    }
  }

  private void alive(NetLogEvent event, OptionalDouble now) {
    if (event.phase() == NetLogEvent.Phase.END) {
      to = now;
      error = event.error();
    } else {
      url = event.params().text("url").orElse(url);
      priority = event.params().text("priority").orElse(priority);
    }
  }

  private void start(NetLogEvent event) {
    url = event.params().text("url").orElse(url);
    method = event.params().text("method").orElse(method);
    kind = event.params().text("request_type").orElse(kind);
    isolated |=
        !event.params().text("network_isolation_key").orElse("null null").equals("null null");
    initiated |= !event.params().text("initiator").orElse("not an origin").equals("not an origin");
  }

  /// It led to another URL.
  void redirected(NetLogEvent event) {
    to = OptionalDouble.of(event.millis());
  }

  /// The URL that led here.
  public Optional<String> redirectedFrom() {
    return before.isEmpty() ? Optional.empty() : Optional.of(before);
  }

  public boolean isOverHttp() {
    return url.startsWith("http:") || url.startsWith("https:");
  }

  /// Whether a page asked for it, and not the browser for itself.
  public boolean isOfPage() {
    return isolated && initiated;
  }

  public long id() {
    return id;
  }

  public String url() {
    return url;
  }

  public String method() {
    return method;
  }

  /// `main frame`, `sub frame` or `other`.
  public String kind() {
    return kind;
  }

  /// What the browser's network calls its priority, such as `HIGHEST`.
  public String priority() {
    return priority;
  }

  /// The stream that carried it, by number; 0 where none did.
  long job() {
    return job;
  }

  /// Body bytes after content codings.
  public long decodedBytes() {
    return bytes;
  }

  /// As the browser's constant is numbered; 0 for none.
  public int error() {
    return error;
  }

  public OptionalDouble from() {
    return from;
  }

  public OptionalDouble to() {
    return to;
  }

  public OptionalDouble sendFrom() {
    return sendFrom;
  }

  public OptionalDouble sendTo() {
    return sendTo;
  }

  /// When the header section of the final response was there.
  public OptionalDouble headersTo() {
    return headersTo;
  }

  /// When a 103 was there.
  public OptionalDouble earlyHints() {
    return earlyHints;
  }

  /// `name: value` lines.
  public List<String> requestHeaders() {
    return lines(requestHeaders);
  }

  /// The status line, then `name: value` lines.
  public List<String> responseHeaders() {
    return lines(responseHeaders);
  }

  private static List<String> lines(JsonValue headers) {
    return headers.elements().stream().flatMap(line -> line.text().stream()).toList();
  }
}
