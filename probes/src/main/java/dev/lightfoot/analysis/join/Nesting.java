package dev.lightfoot.analysis.join;

import dev.lightfoot.analysis.join.Pool.Found;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Hangs servers below each other that all name the client's own span as the one that waits for
/// them, because none of them gave the trace an id of its own: the proxy around the application,
/// and of one layer the longer around the shorter. What one server recorded several times (a
/// request that was made again) stays side by side.
final class Nesting {
  private static final int APPLICATION = 3;

  private final Pool pool;

  Nesting(Pool pool) {
    this.pool = pool;
  }

  void nest() {
    pool.requests().forEach(this::nest);
  }

  private void nest(Request request) {
    Set<String> ids = new HashSet<>();
    pool.spans(request).forEach(span -> ids.add(span.spanId()));
    List<Found> servers = new ArrayList<>();
    for (Found each : pool.found(request)) {
      boolean top = each.span().parentSpanId().filter(ids::contains).isEmpty();
      if (SpanRoles.isUpstream(each.span()) || (top && rank(each.span()) <= APPLICATION)) {
        servers.add(each);
      }
    }
    servers.sort(
        Comparator.comparingInt((Found each) -> rank(each.span()))
            .thenComparingLong(each -> -each.span().time().durationNanos()));
    Set<String> taken = new HashSet<>();
    for (int i = 1; i < servers.size(); i++) {
      Found inner = servers.get(i);
      if (!SpanRoles.isUpstream(inner.span())) {
        outer(inner.span(), servers.subList(0, i), taken)
            .ifPresent(outer -> pool.replace(request, below(inner, outer.span())));
      }
    }
  }

  /// An upstream attempt of the proxy holds one answer.
  private static Optional<Found> outer(Span inner, List<Found> before, Set<String> taken) {
    Optional<Found> found =
        before.reversed().stream()
            .filter(outer -> holds(outer.span(), inner) && !taken.contains(outer.span().spanId()))
            .findFirst();
    found
        .map(Found::span)
        .filter(SpanRoles::isUpstream)
        .ifPresent(outer -> taken.add(outer.spanId()));
    return found;
  }

  private static boolean holds(Span outer, Span inner) {
    long rounding = outer.time().resolutionNanos() + inner.time().resolutionNanos();
    boolean fits =
        outer.time().duration().isEmpty()
            || inner.time().durationNanos() <= outer.time().durationNanos() + rounding;
    boolean another = rank(outer) < rank(inner) || !format(outer).equals(format(inner));
    return fits && another;
  }

  private static String format(Span span) {
    return span.attributes().get(AttributeNames.FORMAT).orElse("")
        + span.attributes().get(AttributeNames.SERVICE_NAME).orElse("");
  }

  static Found below(Found each, Span parent) {
    Span span = each.span();
    return new Found(linked(span, parent), each.by());
  }

  /// The span, waited for by that one.
  static Span linked(Span span, Span parent) {
    return new Span(
        span.traceId(),
        span.spanId(),
        Optional.of(parent.spanId()),
        span.name(),
        span.layer(),
        span.kind(),
        span.time(),
        span.status(),
        span.attributes(),
        span.events(),
        span.links());
  }

  private static int rank(Span span) {
    return switch (span.layer()) {
      case PROXY -> 0;
      case QUEUE -> 1;
      case APP -> SpanRoles.isUpstream(span) ? 2 : APPLICATION;
      default -> APPLICATION + 1;
    };
  }
}
