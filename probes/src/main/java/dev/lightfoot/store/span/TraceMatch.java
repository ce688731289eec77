package dev.lightfoot.store.span;

import dev.lightfoot.model.Layer;
import dev.lightfoot.model.RouteName;
import dev.lightfoot.model.Span;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// Whether a trace in memory satisfies a filter.
final class TraceMatch {
  private final TraceFilter filter;

  TraceMatch(TraceFilter filter) {
    this.filter = filter;
  }

  /// False where no trace of these spans matches, told by what is cheap to see.
  boolean isPossible(List<Span> spans) {
    return filter.route().isEmpty() || any(spans, filter.route().get());
  }

  private static boolean any(List<Span> spans, String route) {
    for (Span span : spans) {
      if (RouteName.of(span).equals(route)) {
        return true;
      }
    }
    return false;
  }

  boolean matches(TraceShape trace, TraceSummary summary) {
    return summary.durationNanos() >= filter.shortestNanos().orElse(Long.MIN_VALUE)
        && summary.durationNanos() <= filter.longestNanos().orElse(Long.MAX_VALUE)
        && summary.atUnixNanos() >= filter.fromUnixNanos().orElse(Long.MIN_VALUE)
        && (filter.toUnixNanos().isEmpty()
            || summary.atUnixNanos() < filter.toUnixNanos().getAsLong())
        && filter
            .outcome()
            .map(each -> (each == TraceFilter.Outcome.FAILED) == summary.errors() > 0)
            .orElse(true)
        && matchesSpans(trace);
  }

  private boolean matchesSpans(TraceShape trace) {
    Set<Condition> open = conditions();
    for (int i = 0; i < trace.spans().size() && !open.isEmpty(); i++) {
      int position = i;
      open.removeIf(each -> each.holds(trace, position));
    }
    return open.isEmpty();
  }

  private interface Condition {
    boolean holds(TraceShape trace, int position);
  }

  private Set<Condition> conditions() {
    Set<Condition> all = new HashSet<>();
    filter.service().ifPresent(name -> all.add((t, i) -> t.service(i).equals(name)));
    filter.route().ifPresent(name -> all.add((t, i) -> t.isEntry(i) && t.route(i).equals(name)));
    filter.layer().ifPresent(layer -> all.add((t, i) -> isIn(t, i, layer)));
    filter.status().ifPresent(range -> all.add((t, i) -> t.isEntry(i) && in(t.status(i), range)));
    filter.attribute().map(SpanText::needle).ifPresent(text -> all.add(contains(text)));
    filter.text().map(SpanText::needle).ifPresent(text -> all.add(contains(text)));
    return all;
  }

  private static boolean isIn(TraceShape trace, int position, Layer layer) {
    return trace.spans().get(position).layer() == layer;
  }

  private static boolean in(OptionalInt status, TraceFilter.StatusRange range) {
    return status.isPresent()
        && status.getAsInt() >= range.from()
        && status.getAsInt() <= range.to();
  }

  private static Condition contains(String text) {
    return (t, i) -> SpanText.of(t.spans().get(i)).contains(text);
  }
}
