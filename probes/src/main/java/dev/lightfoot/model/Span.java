package dev.lightfoot.model;

import java.util.Map;
import java.util.Optional;

/// One timed operation that a server recorded (OpenTelemetry span).
///
/// @param traceId 32 hexadecimal digits
/// @param spanId 16 hexadecimal digits
/// @param parentSpanId id of the span that waits for this one
/// @param name span name
/// @param layer one of `dns tcp tls quic request proxy queue app middleware template database cache
///   external response browser`
/// @param kind `client`, `server`, `internal`, `producer` or `consumer`
/// @param startUnixNanos on the server's own clock, since 1970
/// @param durationNanos length
/// @param attributes OpenTelemetry attributes as text
public record Span(
    String traceId,
    String spanId,
    Optional<String> parentSpanId,
    String name,
    String layer,
    String kind,
    long startUnixNanos,
    long durationNanos,
    Map<String, String> attributes) {
  public Span {
    attributes = Map.copyOf(attributes);
  }
}
