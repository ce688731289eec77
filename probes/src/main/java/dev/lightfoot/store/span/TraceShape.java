package dev.lightfoot.store.span;

import dev.lightfoot.model.span.RouteName;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanParents;
import dev.lightfoot.model.span.SpanTime;
import java.util.Collection;
import java.util.List;

/// A trace as the stores show it: each span once, by its start.
///
/// @param id what it is known by
/// @param spans without repeated ones
public record TraceShape(String id, List<Span> spans) {
  /// The trace that a span belongs to.
  public static String idOf(Span span) {
    return span.traceId().filter(each -> !each.isEmpty()).orElse(span.spanId());
  }

  /// Of a trace's spans, at least one, wherever they were kept; one that came twice counts once.
  public static TraceShape of(String id, Collection<Span> given) {
    return new TraceShape(id, SpanParents.distinct(given));
  }

  /// When a trace was.
  ///
  /// @param began start of the earliest span; 0 where no time is known
  /// @param duration from the earliest start to the latest end
  record Extent(long began, long duration) {
    static Extent of(Collection<Span> spans) {
      long earliest = Long.MAX_VALUE;
      long latest = Long.MIN_VALUE;
      long longest = 0;
      for (Span span : spans) {
        SpanTime time = span.time();
        if (time.known() == SpanTime.Known.DURATION) {
          longest = Math.max(longest, time.durationNanos());
        } else {
          earliest = Math.min(earliest, time.atUnixNanos());
          latest = Math.max(latest, time.end().orElse(time.atUnixNanos()));
        }
      }
      return earliest == Long.MAX_VALUE
          ? new Extent(0, longest)
          : new Extent(earliest, Math.max(longest, latest - earliest));
    }
  }

  public TraceSummary summary() {
    Extent extent = Extent.of(spans);
    Span root = root();
    return new TraceSummary(
        id,
        Terms.serviceOf(root),
        RouteName.of(root),
        Terms.status(root),
        extent.began(),
        extent.duration(),
        spans.size(),
        (int) spans.stream().filter(Span::failed).count());
  }

  /// The first that waits for no other.
  public Span root() {
    if (spans.size() > 1) {
      SpanParents parents = SpanParents.of(spans);
      for (int i = 0; i < spans.size(); i++) {
        if (parents.parent(i) == SpanParents.NONE) {
          return spans.get(i);
        }
      }
    }
    return spans.getFirst();
  }
}
