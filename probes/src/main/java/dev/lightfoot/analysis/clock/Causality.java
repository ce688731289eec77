package dev.lightfoot.analysis.clock;

import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;

/// What a span's place in a call says about its times.
public final class Causality {
  private Causality() {}

  /// How much later than its answer a span may end. Only an HTTP server goes on after its answer; a
  /// database looks at its clock before it lets go of the answer.
  public static long afterwork(Span span) {
    return span.layer() == Layer.DATABASE || span.layer() == Layer.CACHE
        ? 0
        : ClockBounds.AFTERWORK_NANOS;
  }

  /// Adds to the bounds that the span lies within another one.
  ///
  /// @param slackNanos how far the stamps of both can be wrong
  public static void nest(
      ClockBounds bounds, Span span, Stamped outer, Stamped inner, long slackNanos) {
    if (afterwork(span) == 0) {
      bounds.within(outer, inner, slackNanos);
    } else {
      bounds.answers(outer, inner, slackNanos);
    }
  }

  /// Whether the span above waits for it.
  public static boolean blocks(Span span) {
    return span.kind() != SpanKind.CONSUMER;
  }
}
