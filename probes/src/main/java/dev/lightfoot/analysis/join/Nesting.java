package dev.lightfoot.analysis.join;

import dev.lightfoot.analysis.join.Pool.Found;
import dev.lightfoot.analysis.join.statement.SpanRoles;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Hangs servers below each other that all name one span as the one that waits for them, the
/// client's own or a call's, because none of them gave the trace an id of its own: the proxy around
/// the application, and of one layer the longer around the shorter. What one server recorded
/// several times (a request that was made again, or one that a proxy made of its own) stays side by
/// side, each with what asked for the same path below it.
final class Nesting {
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
    Map<String, List<Found>> waitedBy = new LinkedHashMap<>();
    Map<String, List<Span>> attempts = new LinkedHashMap<>();
    for (Found each : pool.found(request)) {
      Optional<String> parent = each.span().parentSpanId();
      if (SpanRoles.isUpstream(each.span())) {
        parent.ifPresent(
            id -> attempts.computeIfAbsent(id, _ -> new ArrayList<>()).add(each.span()));
      } else if (Slot.rank(each.span()) <= Slot.APPLICATION) {
        String caller = parent.filter(ids::contains).orElse("");
        waitedBy.computeIfAbsent(caller, _ -> new ArrayList<>()).add(each);
      }
    }
    waitedBy.values().forEach(servers -> nest(request, servers, attempts));
  }

  private void nest(Request request, List<Found> servers, Map<String, List<Span>> attempts) {
    String asked = asked(request, servers);
    servers.sort(
        Comparator.comparingInt((Found each) -> Slot.rank(each.span()))
            .thenComparing(each -> !asked.equals(Likeness.target(each.span()).orElse(asked)))
            .thenComparingLong(each -> -each.span().time().durationNanos()));
    List<Slot> slots = new ArrayList<>();
    List<Found> called = new ArrayList<>();
    for (Found inner : servers) {
      Optional<Slot> outer = Slot.best(slots, inner.span());
      outer.ifPresent(slot -> put(request, inner, slot));
      if (outer.isEmpty() && isCalled(inner.span(), asked, slots)) {
        called.add(inner);
      }
      slots.add(Slot.of(inner.span()));
      attempts
          .getOrDefault(inner.span().spanId(), List.of())
          .forEach(attempt -> slots.add(Slot.of(attempt, inner.span())));
    }
    for (Found inner : called) {
      slots.stream()
          .filter(slot -> slot.isApplication() && slot.asked(asked) && slot.holds(inner.span()))
          .reduce((_, last) -> last)
          .ifPresent(slot -> put(request, inner, slot));
    }
  }

  private void put(Request request, Found inner, Slot slot) {
    slot.take(inner.span());
    pool.replace(request, below(inner, slot.span()));
  }

  /// What was asked for: the client's path, unless none of these servers knows it.
  private static String asked(Request request, List<Found> servers) {
    boolean known =
        servers.stream()
            .anyMatch(
                each -> Likeness.target(each.span()).filter(request.path()::equals).isPresent());
    return known
        ? request.path()
        : servers.stream()
            .max(Comparator.comparingLong(each -> each.span().time().durationNanos()))
            .flatMap(each -> Likeness.target(each.span()))
            .orElse("");
  }

  /// Whether it asked for something else than what its own log holds of the request already: then
  /// the application has called it, and told it of its own caller.
  private static boolean isCalled(Span inner, String asked, List<Slot> slots) {
    return Likeness.target(inner).filter(path -> !path.equals(asked)).isPresent()
        && slots.stream().anyMatch(slot -> slot.asked(asked) && slot.isOfLog(inner));
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
}
