package dev.lightfoot.store.span;

/// A place in an order of traces: the last one seen. Traces that arrive meanwhile shift nothing.
///
/// @param key its start or duration, in nanoseconds
/// @param id its id
public record TraceCursor(long key, String id) {
  static TraceCursor of(TraceSummary last, TraceOrder order) {
    return new TraceCursor(
        order == TraceOrder.NEWEST ? last.atUnixNanos() : last.durationNanos(), last.id());
  }
}
