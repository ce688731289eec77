package dev.lightfoot.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Logs and traces for [CommandRehearsal]: small, and still so much that what reads them and the
/// rules that judge them are run often enough to be known as busy.
final class RehearsalLogs {
  private static final int LINES = 4_000;
  private static final int REQUESTS = 600;
  private static final long BEGIN = 1_790_000_000_000_000_000L;
  private static final long MILLI = 1_000_000;

  private RehearsalLogs() {}

  /// An access log.
  static Path access(Path folder) throws IOException {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < LINES; i++) {
      log.append(
              "10.0.0.%d - - [29/Nov/2026:10:%02d:%02d +0000] "
                  .formatted(i % 9, i / 60 % 60, i % 60))
          .append(
              "\"GET /cart/%d HTTP/1.1\" %d 512 \"-\" \"curl/8\"\n"
                  .formatted(i, i % 50 == 0 ? 500 : 200));
    }
    return Files.writeString(folder.resolve("access.log"), log);
  }

  /// Traces of a shop as OTLP, one export a line.
  static Path traces(Path folder) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int request = 0; request < REQUESTS; request++) {
      lines
          .append(
              """
              {"resourceSpans":[{"resource":{"attributes":[%s]},"scopeSpans":[{"scope":{"name":"shop"},"spans":[\
              """
                  .formatted(attribute("service.name", "shop")))
          .append(spans(request))
          .append("]}]}]}\n");
    }
    return Files.writeString(folder.resolve("traces.jsonl"), lines);
  }

  private static String spans(int request) {
    StringBuilder spans = new StringBuilder();
    String page = "/page" + request % 20;
    spans.append(
        span(
            request,
            0,
            2,
            "GET " + page,
            attribute("http.request.method", "GET"),
            attribute("http.route", page),
            attribute("http.response.status_code", "200")));
    for (int i = 1; i <= 6; i++) {
      spans
          .append(',')
          .append(
              query(
                  request,
                  i,
                  "postgresql",
                  "SELECT a, b FROM item JOIN c ON c.d = item.e WHERE id = " + i))
          .append(',')
          .append(query(request, i + 10, "redis", "GET shop:1:item:" + i));
    }
    String call = "http://stock.example/item/" + request;
    return spans
        .append(',')
        .append(
            span(
                request,
                20,
                3,
                "GET",
                attribute("http.request.method", "GET"),
                attribute("url.full", call),
                attribute("server.address", "stock.example")))
        .toString();
  }

  private static String query(int request, int number, String system, String text) {
    return span(
        request,
        number,
        3,
        text.substring(0, text.indexOf(' ')),
        attribute("db.system", system),
        attribute("db.query.text", text),
        attribute("server.address", system + ".example"));
  }

  /// @param number within its request; 0 is the request itself
  /// @param kind as OTLP counts them
  private static String span(int request, int number, int kind, String name, String... attributes) {
    long start = BEGIN + request * 100L * MILLI + number * 3L * MILLI;
    long end = start + (number == 0 ? 90 : 2) * MILLI;
    return """
    {"traceId":"%032x","spanId":"%016x","parentSpanId":"%s","name":"%s","kind":%d,"startTimeUnixNano":"%d","endTimeUnixNano":"%d","attributes":[%s]}\
    """
        .formatted(
            request + 1,
            request * 100 + number + 1,
            number == 0 ? "" : "%016x".formatted(request * 100 + 1),
            name,
            kind,
            start,
            end,
            String.join(",", attributes));
  }

  private static String attribute(String name, String value) {
    return "{\"key\":\"%s\",\"value\":{\"stringValue\":\"%s\"}}".formatted(name, value);
  }
}
