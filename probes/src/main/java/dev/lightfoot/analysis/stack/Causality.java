package dev.lightfoot.analysis.stack;

import dev.lightfoot.analysis.stack.ClockBounds.Stamped;
import dev.lightfoot.model.Layer;
import dev.lightfoot.model.Span;
import dev.lightfoot.model.SpanKind;

/// What a span's place in a call says about its times.
final class Causality {
  /// What a server may still do after it handed the last byte over and before it looks at its
  /// clock, while its thread runs on.
  static final long AFTERWORK_NANOS = 1_000_000;

  /// How old the time can be that a server takes for its start: event loops (nginx) read the clock
  /// once for all that they do in a turn.
  static final long STALE_NANOS = 1_000_000;

  private Causality() {}

  /// How much later than its answer a span may end. Only who answers an HTTP request goes on after
  /// the answer; a database looks at its clock before it lets go of the answer.
  static long afterwork(Span span) {
    return span.layer() == Layer.DATABASE || span.layer() == Layer.CACHE ? 0 : AFTERWORK_NANOS;
  }

  /// Says to the bounds that the span lies within another one.
  ///
  /// @param slackNanos how far the stamps of both can be wrong
  static void nest(ClockBounds bounds, Span span, Stamped outer, Stamped inner, long slackNanos) {
    if (afterwork(span) == 0) {
      bounds.within(outer, inner, slackNanos);
    } else {
      bounds.answers(outer, inner, slackNanos);
    }
  }

  /// Whether the span above waits for it.
  static boolean blocks(Span span) {
    return span.kind() != SpanKind.CONSUMER;
  }
}
