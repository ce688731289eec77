package dev.lightfoot.analysis.route;

import dev.lightfoot.model.Layer;
import dev.lightfoot.model.SpanKind;
import org.jspecify.annotations.Nullable;

/// What is kept of a span until its trace is complete.
///
/// @param row of the request that it is; null where it is none
/// @param from start in nanoseconds; meaningless where `timed` is not
/// @param calls for how many calls it stands
record TracePart(
    long id,
    long parent,
    SpanKind kind,
    Layer layer,
    long from,
    long nanos,
    boolean timed,
    long calls,
    @Nullable RouteRow row) {
  /// Whether it is a wait for another machine, from the caller's side.
  boolean isCall() {
    return kind == SpanKind.CLIENT || kind == SpanKind.PRODUCER;
  }

  /// Whether a database, cache or other service tells of a call to it, no request of the site.
  boolean isServed() {
    return row == null && (kind == SpanKind.SERVER || kind == SpanKind.CONSUMER);
  }
}
