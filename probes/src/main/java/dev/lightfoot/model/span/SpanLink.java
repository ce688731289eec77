package dev.lightfoot.model.span;

/// A span of this or another trace that caused this one without waiting for it (OpenTelemetry
/// link).
///
/// @param traceId 32 hexadecimal digits
/// @param spanId 16 hexadecimal digits
public record SpanLink(String traceId, String spanId) {}
