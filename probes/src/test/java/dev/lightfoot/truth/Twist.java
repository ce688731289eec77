package dev.lightfoot.truth;

import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanTime;
import java.util.List;
import java.util.function.Predicate;

/// What is done to the logs of the lab before they are joined: there, nothing is lost and every
/// clock is right.
enum Twist {
  NONE("as they are"),
  AHEAD("a clock 90 s ahead"),
  BEHIND("a clock 2 ms behind"),
  STEPPED("a clock set in the middle"),
  BEGINS_LATE("rotated in the middle, the older file missing"),
  ENDS_EARLY("rotated in the middle, the newer file missing");

  private static final long AHEAD_NANOS = 90_000_000_000L;
  private static final long BEHIND_NANOS = -2_000_000;
  private static final long[] STEPS = {3_000_000_000L, -400_000_000L};

  private final String label;

  Twist(String label) {
    this.label = label;
  }

  /// In words, for a table.
  String label() {
    return label;
  }

  /// What is left of these spans, on the clock they then have.
  ///
  /// @param of which logs this happens to
  /// @param middleNanos the instant in the middle of the measurement
  /// @param number of the measurement: steps go forth and back in turn
  List<Span> of(List<Span> spans, Predicate<Span> of, long middleNanos, int number) {
    return spans.stream()
        .filter(span -> !of.test(span) || isKept(span, middleNanos))
        .map(span -> of.test(span) ? moved(span, middleNanos, number) : span)
        .toList();
  }

  private boolean isKept(Span span, long middleNanos) {
    boolean late = end(span) >= middleNanos;
    return switch (this) {
      case BEGINS_LATE -> late;
      case ENDS_EARLY -> !late;
      case NONE, AHEAD, BEHIND, STEPPED -> true;
    };
  }

  private Span moved(Span span, long middleNanos, int number) {
    return switch (this) {
      case AHEAD -> shifted(span, AHEAD_NANOS);
      case BEHIND -> shifted(span, BEHIND_NANOS);
      case STEPPED -> end(span) < middleNanos ? span : shifted(span, STEPS[number % STEPS.length]);
      case NONE, BEGINS_LATE, ENDS_EARLY -> span;
    };
  }

  private static long end(Span span) {
    return span.time().atUnixNanos() + span.time().durationNanos();
  }

  private static Span shifted(Span span, long nanos) {
    SpanTime time = span.time();
    return new Span(
        span.traceId(),
        span.spanId(),
        span.parentSpanId(),
        span.name(),
        span.layer(),
        span.kind(),
        new SpanTime(
            time.known(), time.atUnixNanos() + nanos, time.durationNanos(), time.resolutionNanos()),
        span.status(),
        span.attributes(),
        span.events(),
        span.links());
  }
}
