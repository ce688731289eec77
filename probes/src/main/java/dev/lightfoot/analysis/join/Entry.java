package dev.lightfoot.analysis.join;

import dev.lightfoot.analysis.clock.Causality;
import dev.lightfoot.analysis.clock.Stamped;
import dev.lightfoot.analysis.join.statement.Sweep.Interval;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanTime;
import java.util.List;

/// What may have been done for a request: a line of an access log, or what one thread or session
/// did without a pause.
///
/// @param recorder which thread or session; empty where the log does not say
/// @param spans at least one, by start
/// @param startNanos of the first, on the log's clock
/// @param endNanos of the last
/// @param slackNanos how far the stamps can be wrong
record Entry(String recorder, List<Span> spans, long startNanos, long endNanos, long slackNanos) {
  Entry {
    spans = List.copyOf(spans);
  }

  /// One span; its time is known to be more than a duration.
  static Entry of(Span span) {
    return of("", List.of(span));
  }

  static Entry of(String recorder, List<Span> spans) {
    long start = spans.stream().mapToLong(span -> span.time().atUnixNanos()).min().orElseThrow();
    long end = spans.stream().mapToLong(Entry::end).max().orElseThrow();
    long slack =
        spans.stream()
            .mapToLong(span -> span.time().resolutionNanos() + Causality.afterwork(span))
            .max()
            .orElseThrow();
    return new Entry(recorder, spans, start, end, slack);
  }

  /// What it is known by.
  String key() {
    return spans.getFirst().spanId();
  }

  static boolean isPlaced(Span span) {
    return span.time().known() != SpanTime.Known.DURATION;
  }

  static long end(Span span) {
    return span.time().atUnixNanos() + span.time().durationNanos();
  }

  /// The offsets of its clock at which it lies within that window; low above high where it is too
  /// long.
  Interval within(Stamped window) {
    return new Interval(
        endNanos - window.endNanos() - slackNanos, startNanos - window.startNanos() + slackNanos);
  }

  /// The offsets at which some of it lies within that window.
  Interval touching(Stamped window) {
    return new Interval(
        startNanos - window.endNanos() - slackNanos, endNanos - window.startNanos() + slackNanos);
  }
}
