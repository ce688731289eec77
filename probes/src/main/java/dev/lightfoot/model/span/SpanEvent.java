package dev.lightfoot.model.span;

/// Something that happened at one instant within a span (OpenTelemetry span event).
///
/// @param atUnixNanos on the recorder's clock, since 1970
/// @param name what happened
/// @param attributes more about it
public record SpanEvent(long atUnixNanos, String name, Attributes attributes) {}
