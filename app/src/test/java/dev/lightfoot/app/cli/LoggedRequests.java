package dev.lightfoot.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// What a server records of the harness's request, for tests that read its log.
public final class LoggedRequests {
  private LoggedRequests() {}

  public static void append(Path log, String line) {
    try {
      Files.writeString(log, line, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One request and its queries as OTLP JSON: the harness's is sent at this second and takes 50
  /// ms.
  public static String with(int queries) {
    long start = CliHarness.WHEN.toEpochSecond() * 1_000_000_000L;
    StringBuilder spans = new StringBuilder(span("00f067aa0ba902b7", "a".repeat(16), 2, start, 40));
    for (int i = 0; i < queries; i++) {
      spans
          .append(',')
          .append(span("a".repeat(16), "b%015d".formatted(i), 3, start + (i + 5) * 1_000_000L, 1));
    }
    return "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[" + spans + "]}]}]}\n";
  }

  private static String span(String parent, String id, int kind, long start, int millis) {
    String attribute =
        kind == 2
            ? "{\"key\":\"http.request.method\",\"value\":{\"stringValue\":\"GET\"}}"
            : "{\"key\":\"db.system.name\",\"value\":{\"stringValue\":\"postgresql\"}}";
    return "{\"traceId\":\"4bf92f3577b34da6a3ce929d0e0e4736\",\"spanId\":\""
        + id
        + "\",\"parentSpanId\":\""
        + parent
        + "\",\"name\":\"GET\",\"kind\":"
        + kind
        + ",\"startTimeUnixNano\":\""
        + (start + 1_000_000)
        + "\",\"endTimeUnixNano\":\""
        + (start + 1_000_000 + millis * 1_000_000L)
        + "\",\"attributes\":["
        + attribute
        + "]}";
  }
}
