package dev.lightfoot.analysis.stack;

import dev.lightfoot.model.Layer;
import dev.lightfoot.model.Span;
import dev.lightfoot.model.SpanKind;

/// What a span's place in a call says about its times.
final class Causality {
  /// What a server may still do after it handed the last byte over and before it looks at its
  /// clock.
  static final long AFTERWORK_NANOS = 1_000_000;

  private Causality() {}

  /// How much later than its answer a span may end. Only who answers an HTTP request goes on after
  /// the answer; a database looks at its clock before it lets go of the answer.
  static long afterwork(Span span) {
    return span.layer() == Layer.DATABASE || span.layer() == Layer.CACHE ? 0 : AFTERWORK_NANOS;
  }

  /// Whether the span above waits for it.
  static boolean blocks(Span span) {
    return span.kind() != SpanKind.CONSUMER;
  }
}
