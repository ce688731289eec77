package dev.lightfoot.store.span;

import java.util.List;
import java.util.Optional;

/// Some traces, in the order asked for.
///
/// @param traces at most as many as asked for
/// @param next where the next page begins; empty where there is none
public record TracePage(List<TraceSummary> traces, Optional<TraceCursor> next) {
  /// Traces of one page at most.
  public static final int LARGEST = 1_000;

  public TracePage {
    traces = List.copyOf(traces);
  }

  /// A page of what was found when one more than fits was looked for.
  public static TracePage of(List<TraceSummary> found, TraceOrder order, int limit) {
    return found.size() <= limit
        ? new TracePage(found, Optional.empty())
        : new TracePage(
            found.subList(0, limit), Optional.of(TraceCursor.of(found.get(limit - 1), order)));
  }

  public static void checkLimit(int limit) {
    if (limit < 1 || limit > LARGEST) {
      throw new IllegalArgumentException("a page has 1 to " + LARGEST + " traces");
    }
  }
}
