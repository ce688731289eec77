package dev.lightfoot.codec.accesslog;

import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanStatus;

/// A part of a request that the line tells of.
///
/// @param name what was done
/// @param layer where
/// @param kind whose half of a call
/// @param offsetNanos from the request's start
/// @param durationNanos how long; [Entry#NONE] where it is not said
/// @param slackNanos how much later than told it may have begun
/// @param status how it ended
/// @param attributes what else is known
record Phase(
    String name,
    Layer layer,
    SpanKind kind,
    long offsetNanos,
    long durationNanos,
    long slackNanos,
    SpanStatus status,
    Attributes attributes) {
  /// What the next server did.
  static Phase upstream(long offset, long duration, long slack, Attributes attributes) {
    return new Phase(
        "upstream",
        Layer.APP,
        SpanKind.CLIENT,
        offset,
        duration,
        slack,
        SpanStatus.UNSET,
        attributes);
  }

  /// Waiting for a free place.
  static Phase queue(long offset, long duration) {
    return new Phase(
        "queue",
        Layer.QUEUE,
        SpanKind.INTERNAL,
        offset,
        duration,
        0,
        SpanStatus.UNSET,
        Attributes.NONE);
  }

  /// The same with that end.
  Phase with(SpanStatus other) {
    return new Phase(name, layer, kind, offsetNanos, durationNanos, slackNanos, other, attributes);
  }
}
