package dev.lightfoot.codec.accesslog.entry;

import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanStatus;

/// A part of a request that its line reports.
///
/// @param name what was done
/// @param layer where
/// @param kind whose half of a call
/// @param offsetNanos from the request's start
/// @param durationNanos how long; [Entry#NONE] where it is not said
/// @param slackNanos how much later than that it may have begun
/// @param status how it ended
/// @param attributes what else is known
public record EntryPart(
    String name,
    Layer layer,
    SpanKind kind,
    long offsetNanos,
    long durationNanos,
    long slackNanos,
    SpanStatus status,
    Attributes attributes) {
  /// What the next server did.
  public static EntryPart upstream(long offset, long duration, long slack, Attributes attributes) {
    return new EntryPart(
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
  public static EntryPart queue(long offset, long duration) {
    return new EntryPart(
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
  public EntryPart with(SpanStatus other) {
    return new EntryPart(
        name, layer, kind, offsetNanos, durationNanos, slackNanos, other, attributes);
  }
}
