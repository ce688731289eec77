package dev.lightfoot.analysis.route;

import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.RoundTrips;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanTime;
import org.jspecify.annotations.Nullable;

/// What is kept of a span until its trace is complete.
///
/// @param parent 0 where it names none
/// @param route of the request that it is or may turn out to be; null where it can be none
/// @param request whether it is one, whatever the rest of its trace holds; otherwise it is one
///   where its parent is not in its trace
record TracePart(
    long id,
    long parent,
    SpanKind kind,
    Layer layer,
    SpanTime time,
    RoundTrips stands,
    boolean failed,
    @Nullable RouteKey route,
    boolean request) {
  /// Whether it is a wait for another machine, from the caller's side.
  boolean isCall() {
    return kind == SpanKind.CLIENT || kind == SpanKind.PRODUCER;
  }

  /// Whether a database, cache or other service recorded a call to it, and not a request of the
  /// site.
  boolean isServed() {
    return !request && (kind == SpanKind.SERVER || kind == SpanKind.CONSUMER);
  }

  long nanos() {
    return time.duration().orElse(0);
  }
}
