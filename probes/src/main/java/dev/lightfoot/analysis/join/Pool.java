package dev.lightfoot.analysis.join;

import dev.lightfoot.analysis.clock.Causality;
import dev.lightfoot.analysis.clock.ClockBound;
import dev.lightfoot.analysis.clock.ClockBounds;
import dev.lightfoot.analysis.clock.Stamped;
import dev.lightfoot.analysis.join.Views.Made;
import dev.lightfoot.analysis.join.statement.SpanRoles;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What a [Join] works on: the requests, what was found for each, and what is still free.
final class Pool {
  /// From this step on, a stamp says little about a place within a request.
  static final long COARSE_NANOS = 5_000_000;

  private static final long DRIFT_PARTS = 10_000; // 100 ppm

  private final List<Request> requests;
  private final SpanClocks clocks;
  private final Map<String, Span> free = new LinkedHashMap<>();
  private final Map<Request, Map<String, Found>> found = new LinkedHashMap<>();
  private final Set<JoinRemark> remarks = new LinkedHashSet<>();

  /// A span of a request.
  record Found(Span span, JoinedBy by) {}

  Pool(List<Request> requests, Collection<Span> spans) {
    this.requests = requests;
    this.clocks = new SpanClocks(spans);
    for (Span span : spans) {
      free.putIfAbsent(key(span), span);
    }
    requests.forEach(request -> found.put(request, new LinkedHashMap<>()));
  }

  List<Request> requests() {
    return requests;
  }

  /// Spans that no request has taken yet.
  List<Span> free() {
    return List.copyOf(free.values());
  }

  List<Found> found(Request request) {
    return List.copyOf(found.getOrDefault(request, Map.of()).values());
  }

  List<Span> spans(Request request) {
    return found(request).stream().map(Found::span).toList();
  }

  /// Gives the span to the request.
  void take(Request request, Span span, JoinedBy by) {
    if (drop(span)) {
      of(request).put(key(span), new Found(span, by));
    }
  }

  /// Puts another version of a span in its place.
  void replace(Request request, Found other) {
    of(request).put(key(other.span()), other);
  }

  /// Belongs to no request: another span records the same. False where it was not free.
  boolean drop(Span span) {
    return free.remove(key(span)) != null;
  }

  private Map<String, Found> of(Request request) {
    return found.computeIfAbsent(request, _ -> new LinkedHashMap<>());
  }

  private static String key(Span span) {
    return span.spanId() + span.kind() + span.layer();
  }

  void remark(JoinRemark remark) {
    remarks.add(remark);
  }

  List<JoinRemark> remarks() {
    return List.copyOf(remarks);
  }

  String clock(Span span) {
    return clocks.of(span);
  }

  /// The log that it stands in: the service that sent it, or else its format.
  String log(Span span) {
    return span.attributes()
        .get(AttributeNames.SERVICE_NAME)
        .or(() -> span.attributes().get(AttributeNames.FORMAT))
        .orElse("");
  }

  /// What was found so far says of the offset of that clock; empty where nothing.
  Optional<ClockBound> bound(String clock) {
    return bounds(requests.isEmpty() ? 0 : middle()).solve().stream()
        .filter(bound -> bound.clock().equals(clock))
        .findFirst();
  }

  private long middle() {
    return requests.get(requests.size() / 2).window().startNanos();
  }

  /// The constraints of everything found, at that instant of the client's clock: what is older or
  /// newer says less, for clocks drift.
  ClockBounds bounds(long atUnixNanos) {
    ClockBounds bounds = new ClockBounds();
    for (Request request : requests) {
      long drift = Math.abs(request.window().startNanos() - atUnixNanos) / DRIFT_PARTS;
      Map<String, Span> byId = new LinkedHashMap<>();
      spans(request).forEach(span -> byId.put(span.spanId(), span));
      for (Found each : found(request)) {
        bound(bounds, request, each, byId, drift);
      }
    }
    return bounds;
  }

  /// Whether no offset of that clock puts these spans within the requests and within what the
  /// applications are known to have done for them.
  boolean contradicts(String clock, Map<Request, List<Made>> within) {
    ClockBounds bounds = bounds(middle());
    within.forEach((request, made) -> made.forEach(each -> within(bounds, request.window(), each)));
    return bounds.pairsInConflict().stream().anyMatch(pair -> pair.contains(clock));
  }

  private void within(ClockBounds bounds, Stamped window, Made made) {
    Optional<Stamped> above = made.view().flatMap(this::stamped);
    long coarse = made.view().map(span -> span.time().resolutionNanos()).orElse(0L);
    for (Span span : made.calls()) {
      stamped(span)
          .ifPresent(
              inner -> {
                long step = span.time().resolutionNanos();
                Causality.nest(bounds, span, window, inner, step);
                above.ifPresent(outer -> Causality.nest(bounds, span, outer, inner, step + coarse));
              });
    }
  }

  private void bound(
      ClockBounds bounds, Request request, Found each, Map<String, Span> byId, long drift) {
    Optional<Stamped> stamped = stamped(each.span());
    if (stamped.isEmpty()) {
      return;
    }
    long own = each.span().time().resolutionNanos() + drift;
    Causality.nest(bounds, each.span(), request.window(), stamped.get(), own);
    bounds.counts(clock(each.span()), request);
    Span parent = byId.get(each.span().parentSpanId().orElse(""));
    while (parent != null && Causality.blocks(each.span())) {
      long both = own + parent.time().resolutionNanos();
      stamped(parent)
          .ifPresent(outer -> Causality.nest(bounds, each.span(), outer, stamped.get(), both));
      // around a server that stamps whole seconds the next one says more
      boolean coarse = parent.time().resolutionNanos() >= COARSE_NANOS;
      parent = coarse ? byId.get(parent.parentSpanId().orElse("")) : null;
    }
  }

  /// By how much the second clock can be ahead of the first by what was found so far; empty where
  /// nothing says it.
  Optional<ClockBound> between(String first, String second) {
    return bounds(requests.isEmpty() ? 0 : middle()).between(first, second);
  }

  /// When it was on its clock; empty where it does not say.
  Optional<Stamped> stamped(Span span) {
    SpanTime time = span.time();
    return time.known() == SpanTime.Known.DURATION
        ? Optional.empty()
        : Optional.of(
            new Stamped(
                clock(span), time.atUnixNanos(), time.atUnixNanos() + time.durationNanos()));
  }

  /// The innermost of the request's spans that can wait for statements: the application; where none
  /// was found, what the proxy recorded of asking it, or else the proxy.
  Optional<Span> application(Request request) {
    return innermost(request, _ -> true);
  }

  /// The innermost of those that can wait for statements and of which that is so.
  Optional<Span> innermost(Request request, Predicate<Span> wanted) {
    Optional<Span> best = Optional.empty();
    for (Span span : spans(request)) {
      if (depth(span) > 0
          && wanted.test(span)
          && best.map(other -> isInner(span, other)).orElse(true)) {
        best = Optional.of(span);
      }
    }
    return best;
  }

  private static boolean isInner(Span span, Span other) {
    return depth(span) > depth(other)
        || (depth(span) == depth(other)
            && span.time().durationNanos() <= other.time().durationNanos());
  }

  /// How far in a span lies that can wait for statements: what a proxy asked of others is deeper
  /// than itself; 0 where it cannot.
  static int depth(Span span) {
    if (span.kind() == SpanKind.SERVER) {
      return span.layer() == Layer.APP ? 3 : span.layer() == Layer.PROXY ? 1 : 0;
    }
    return SpanRoles.isUpstream(span) ? 2 : 0;
  }

  /// The span as it is stored: in the request's trace, with its parent and how it was found.
  Span stored(Request request, Found each) {
    Span span =
        each.span()
            .with(
                each.span()
                    .attributes()
                    .with(AttributeNames.JOINED, each.by().label())
                    .with(AttributeNames.CLOCK, clock(each.span())));
    Optional<String> trace = span.traceId().or(() -> request.traceIds().stream().findFirst());
    return trace.map(id -> span.inTrace(id, span.parentSpanId())).orElse(span);
  }

  /// All spans of that kind that any request found.
  List<Span> allFound() {
    List<Span> all = new ArrayList<>();
    requests.forEach(request -> all.addAll(spans(request)));
    return all;
  }
}
