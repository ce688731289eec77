package dev.lightfoot.analysis.stack;

import dev.lightfoot.analysis.clock.ClockBounds;
import dev.lightfoot.analysis.trace.SpanTree;
import dev.lightfoot.model.Alignment;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts the spans of one exchange on the run's clock: all spans of one clock are moved alike, by an
/// offset that every bound allows. A stamp so coarse that it says less than what surrounds it is
/// put in the middle of what surrounds it.
final class Placement {
  private final Run run;
  private final SpanTree recorded;
  private final Map<String, Alignment> bounds = new HashMap<>();
  private final Map<String, Long> offsets;
  private final long origin;

  /// A span on the run's clock, and how far it may be off.
  record Placed(Span span, long whiskerNanos) {}

  /// @param others what all runs say of the clocks
  Placement(Run run, List<Span> spans, ClockPairs others) {
    this.run = run;
    this.recorded = SpanTree.of(spans);
    this.origin = run.startUnixNanos();
    run.alignments().forEach(alignment -> bounds.put(alignment.clock(), alignment));
    this.offsets = offsets(others);
  }

  /// What the other runs say counts where it does not contradict this one: a clock may have been
  /// set in between.
  private Map<String, Long> offsets(ClockPairs others) {
    Set<String> outerFirst = new LinkedHashSet<>();
    for (int i = 0; i < recorded.size(); i++) {
      outerFirst.add(ClockPairs.clock(recorded.span(i)));
    }
    ClockBounds all = own();
    others.addTo(all, run);
    if (!all.contradicts()) {
      return all.offsets(outerFirst);
    }
    ClockBounds own = own();
    return own.contradicts() ? middles(outerFirst) : own.offsets(outerFirst);
  }

  private ClockBounds own() {
    ClockBounds own = new ClockBounds();
    for (Alignment alignment : bounds.values()) {
      own.atMost(ClockBounds.CLIENT, alignment.clock(), alignment.highNanos());
      own.atMost(alignment.clock(), ClockBounds.CLIENT, -alignment.lowNanos());
    }
    ClockPairs.nest(own, recorded, 0);
    return own;
  }

  private Map<String, Long> middles(Set<String> clocks) {
    Map<String, Long> middles = new HashMap<>();
    for (String clock : clocks) {
      Alignment bound = bounds.get(clock);
      if (bound != null) {
        middles.put(clock, bound.lowNanos() + (bound.highNanos() - bound.lowNanos()) / 2);
      }
    }
    return middles;
  }

  /// The spans with their place on the run's clock; floating ones have none.
  List<Placed> spans(long fromNanos, long toNanos) {
    long[] start = new long[recorded.size()];
    long[] whisker = new long[recorded.size()];
    for (int i = 0; i < recorded.size(); i++) {
      Span span = recorded.span(i);
      long offset = offsets.getOrDefault(ClockPairs.clock(span), 0L);
      start[i] = span.time().atUnixNanos() - offset - origin;
      whisker[i] = half(span) + span.time().resolutionNanos();
    }
    for (int i = 0; i < recorded.size(); i++) {
      if (isCoarse(i)) {
        squeeze(i, start, whisker, fromNanos, toNanos);
      }
    }
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < recorded.size(); i++) {
      placed.add(new Placed(moved(recorded.span(i), start[i]), whisker[i]));
    }
    return placed;
  }

  private long half(Span span) {
    Alignment bound = bounds.get(ClockPairs.clock(span));
    return bound == null ? 0 : Math.abs(bound.highNanos() - bound.lowNanos()) / 2;
  }

  /// Into what waits for it, around what it waits for, after or before what stands beside it and is
  /// as coarse, as near to its stamp as that allows.
  private void squeeze(int at, long[] start, long[] whisker, long from, long to) {
    int parent = recorded.parent(at);
    long length = recorded.span(at).time().durationNanos();
    long low = parent == SpanTree.NONE ? from : start[parent];
    long high =
        (parent == SpanTree.NONE
                ? to
                : start[parent] + recorded.span(parent).time().durationNanos())
            - length;
    for (int below : placedBelow(at)) {
      long around = start[below] + recorded.span(below).time().durationNanos() - length;
      low = around <= high ? Math.max(low, around) : low;
      high = start[below] >= low ? Math.min(high, start[below]) : high;
    }
    long earliest = Math.max(low, start[at] - whisker[at]);
    long latest = Math.min(high, start[at] + whisker[at]);
    for (int beside : coarseBefore(at)) {
      long end = start[beside] + recorded.span(beside).time().durationNanos();
      long before = start[beside] - length;
      earliest = earliest <= end && end <= latest ? end : earliest;
      latest = earliest <= before && before < end - length ? Math.min(latest, before) : latest;
    }
    if (earliest <= latest) {
      start[at] = earliest + (latest - earliest) / 2;
      long own = parent == SpanTree.NONE ? 0 : whisker[parent];
      whisker[at] = Math.min(whisker[at], (latest - earliest) / 2 + own);
    }
  }

  /// What it waits for, itself or through others as coarse, that is placed by its own stamp.
  private List<Integer> placedBelow(int at) {
    List<Integer> placed = new ArrayList<>();
    for (int child : recorded.children(at)) {
      SpanTime time = recorded.span(child).time();
      if (time.start().isPresent()) {
        placed.addAll(isCoarse(child) ? placedBelow(child) : List.of(child));
      }
    }
    return placed;
  }

  /// Those as coarse that stand beside it and have been placed.
  private List<Integer> coarseBefore(int at) {
    int parent = recorded.parent(at);
    return parent == SpanTree.NONE
        ? List.of()
        : recorded.children(parent).stream()
            .filter(beside -> beside < at && isCoarse(beside))
            .toList();
  }

  private boolean isCoarse(int at) {
    Span span = recorded.span(at);
    return ClockPairs.timed(span) && span.time().resolutionNanos() >= ClockPairs.COARSE_NANOS;
  }

  private static Span moved(Span span, long start) {
    SpanTime time = span.time();
    SpanTime there =
        switch (time.known()) {
          case INTERVAL -> SpanTime.of(start, time.durationNanos(), time.resolutionNanos());
          case INSTANT -> SpanTime.of(start, 0, time.resolutionNanos());
          case DURATION -> time;
        };
    return new Span(
        span.traceId(),
        span.spanId(),
        span.parentSpanId(),
        span.name(),
        span.layer(),
        span.kind(),
        there,
        span.status(),
        span.attributes(),
        span.events(),
        span.links());
  }
}
