package dev.lightfoot.analysis.stack;

import dev.lightfoot.analysis.clock.Causality;
import dev.lightfoot.analysis.clock.ClockBounds;
import dev.lightfoot.analysis.clock.Stamped;
import dev.lightfoot.analysis.trace.SpanTree;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanTime;
import java.util.List;

/// What the nesting of spans says of their clocks against each other, in all runs together: a
/// server that worked long before it asked the next one leaves much room in one run, and little in
/// another.
final class ClockPairs {
  /// From this step on, a stamp says little about a call's place within a request.
  static final long COARSE_NANOS = 5_000_000;

  private static final long DRIFT_PARTS = 10_000; // 100 ppm

  private final ClockBounds bounds = new ClockBounds();
  private final long from;

  private ClockPairs(List<Run> runs) {
    from = runs.isEmpty() ? 0 : runs.getFirst().startUnixNanos();
    for (Run run : runs) {
      if (!run.spans().isEmpty()) {
        nest(bounds, SpanTree.of(run.spans()), drift(run));
      }
    }
  }

  static ClockPairs of(List<Run> runs) {
    return new ClockPairs(runs);
  }

  /// Adds what they say at the time of that run: clocks drift.
  void addTo(ClockBounds all, Run run) {
    all.add(bounds, drift(run));
  }

  private long drift(Run run) {
    return Math.abs(run.startUnixNanos() - from) / DRIFT_PARTS;
  }

  /// Adds that each span of a tree lies within what waits for it.
  ///
  /// @param slackNanos how far clocks may have drifted
  static void nest(ClockBounds all, SpanTree tree, long slackNanos) {
    for (int i = 0; i < tree.size(); i++) {
      nest(all, tree, i, tree.parent(i), slackNanos);
      nest(all, tree, i, fineAncestor(tree, i), slackNanos);
    }
  }

  private static void nest(ClockBounds all, SpanTree tree, int at, int outer, long slackNanos) {
    Span span = tree.span(at);
    if (outer != SpanTree.NONE && timed(span) && timed(tree.span(outer))) {
      Span above = tree.span(outer);
      long steps = span.time().resolutionNanos() + above.time().resolutionNanos();
      Causality.nest(all, span, stamped(above), stamped(span), steps + slackNanos);
    }
  }

  /// Around a server that stamps whole seconds the next one says where what is below it lies.
  private static int fineAncestor(SpanTree tree, int at) {
    int above = tree.parent(at);
    while (above != SpanTree.NONE && tree.span(above).time().resolutionNanos() >= COARSE_NANOS) {
      above = tree.parent(above);
    }
    return above;
  }

  static String clock(Span span) {
    return span.attributes().get(AttributeNames.CLOCK).orElse("");
  }

  static boolean timed(Span span) {
    return span.time().known() != SpanTime.Known.DURATION;
  }

  private static Stamped stamped(Span span) {
    long start = span.time().atUnixNanos();
    return new Stamped(clock(span), start, start + span.time().durationNanos());
  }
}
