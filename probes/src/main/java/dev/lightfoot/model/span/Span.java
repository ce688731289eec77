package dev.lightfoot.model.span;

import java.util.List;
import java.util.Optional;

/// One timed operation that a server recorded: an OpenTelemetry span, or one entry of a log written
/// as one.
///
/// @param traceId 32 hexadecimal digits; empty where the source names no trace
/// @param spanId 16 hexadecimal digits; a log entry without an id gets one from what it says, so
///   that the same event read from two files has the same
/// @param parentSpanId id of the span that waits for this one
/// @param name what was done: for requests the method and route, for statements their operation
/// @param layer where
/// @param kind whose half of a call
/// @param time when, on the recorder's own clock
/// @param status how it ended
/// @param attributes whatever else is known, resource attributes of its recorder among them
/// @param events what happened meanwhile
/// @param links spans that caused it without waiting for it
public record Span(
    Optional<String> traceId,
    String spanId,
    Optional<String> parentSpanId,
    String name,
    Layer layer,
    SpanKind kind,
    SpanTime time,
    SpanStatus status,
    Attributes attributes,
    List<SpanEvent> events,
    List<SpanLink> links) {
  public Span {
    events = List.copyOf(events);
    links = List.copyOf(links);
  }

  private static final long SERVER_ERROR = 500;

  /// Whether it failed: its recorder says so, or its HTTP status is 500 or more. A server leaves
  /// the status of what its client did wrong (4xx) unset.
  public boolean failed() {
    return status.isError() || attributes.number(AttributeNames.STATUS).orElse(0) >= SERVER_ERROR;
  }

  /// A span of which only this is known.
  public static Span of(String spanId, String name, Layer layer, SpanKind kind, SpanTime time) {
    return new Span(
        Optional.empty(),
        spanId,
        Optional.empty(),
        name,
        layer,
        kind,
        time,
        SpanStatus.UNSET,
        Attributes.NONE,
        List.of(),
        List.of());
  }

  /// The same in that trace.
  public Span inTrace(String traceId, Optional<String> parent) {
    return new Span(
        Optional.of(traceId),
        spanId,
        parent,
        name,
        layer,
        kind,
        time,
        status,
        attributes,
        events,
        links);
  }

  /// The same under that id, with that parent.
  public Span identified(String id, Optional<String> parent) {
    return new Span(
        traceId, id, parent, name, layer, kind, time, status, attributes, events, links);
  }

  /// The same with other attributes.
  public Span with(Attributes attributes) {
    return new Span(
        traceId, spanId, parentSpanId, name, layer, kind, time, status, attributes, events, links);
  }

  /// The same with another end.
  public Span with(SpanStatus status) {
    return new Span(
        traceId, spanId, parentSpanId, name, layer, kind, time, status, attributes, events, links);
  }
}
