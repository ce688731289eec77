package dev.lightfoot.analysis.join;

import dev.lightfoot.analysis.clock.Causality;
import dev.lightfoot.analysis.clock.Stamped;
import dev.lightfoot.analysis.join.Sweep.Interval;
import dev.lightfoot.analysis.join.Sweep.Region;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Finds a request in an access log without ids: by method, path, status and bytes, and by time.
/// The offset of the log's clock is not known beforehand; it is the one at which most requests have
/// an entry of their own within their time.
final class Likeness {
  private final Pool pool;

  Likeness(Pool pool) {
    this.pool = pool;
  }

  void join() {
    Map<String, List<Span>> logs = new LinkedHashMap<>();
    for (Span span : pool.free()) {
      boolean access = span.layer() == Layer.PROXY || span.layer() == Layer.APP;
      if (access && span.kind() == SpanKind.SERVER && target(span).isPresent()) {
        String format = span.attributes().get(AttributeNames.FORMAT).orElse("");
        logs.computeIfAbsent(pool.clock(span) + "\n" + format, _ -> new ArrayList<>()).add(span);
      }
    }
    logs.values().forEach(this::join);
  }

  private void join(List<Span> log) {
    String clock = pool.clock(log.getFirst());
    Interval likely = pool.likely(clock);
    Map<Request, List<Span>> alike = new LinkedHashMap<>();
    List<Interval> votes = new ArrayList<>();
    for (Request request : pool.requests()) {
      List<Span> candidates = candidates(request, log);
      alike.put(request, candidates);
      candidates.forEach(span -> votes.add(vote(request, span, likely)));
    }
    List<Region> best = Sweep.best(votes);
    if (best.isEmpty()) {
      return;
    }
    if (best.size() > 1) {
      pool.remark(new JoinRemark.AmbiguousOffset(clock, JoinRemark.Compared.REQUESTS, best.size()));
    }
    Interval offset = Sweep.nearest(best, likely).interval();
    alike.forEach((request, candidates) -> take(request, candidates, offset, clock));
  }

  private void take(Request request, List<Span> candidates, Interval offset, String clock) {
    List<Span> fitting =
        candidates.stream()
            .filter(span -> overlaps(vote(request, span, Interval.ANY), offset))
            .toList();
    if (fitting.size() == 1) {
      pool.take(request, fitting.getFirst(), JoinedBy.LIKENESS);
    } else if (fitting.size() > 1) {
      pool.remark(
          new JoinRemark.AmbiguousRequest(
              clock, fitting.size(), request.run() + 1, request.path()));
    }
  }

  private static boolean overlaps(Interval one, Interval other) {
    return one.low() <= other.high() && other.low() <= one.high();
  }

  /// Empty where the same layer was found by id already: it would count twice.
  private List<Span> candidates(Request request, List<Span> log) {
    Layer layer = log.getFirst().layer();
    boolean known = pool.spans(request).stream().anyMatch(span -> span.layer() == layer);
    return known ? List.of() : log.stream().filter(span -> isLike(request, span)).toList();
  }

  private static Interval vote(Request request, Span span, Interval likely) {
    return vote(request.window(), span, likely);
  }

  /// The offsets of its clock at which a span lies within that window.
  static Interval vote(Stamped window, Span span, Interval likely) {
    SpanTime time = span.time();
    if (time.known() == SpanTime.Known.DURATION) {
      return new Interval(1, 0);
    }
    long slack = time.resolutionNanos() + Causality.afterwork(span);
    long start = time.atUnixNanos();
    long low = start + time.durationNanos() - window.endNanos() - slack;
    long high = start - window.startNanos() + slack;
    return new Interval(Math.max(low, likely.low()), Math.min(high, likely.high()));
  }

  static boolean isLike(Request request, Span span) {
    OptionalLong status = span.attributes().number(AttributeNames.STATUS);
    boolean answered =
        status.isEmpty()
            || request.facts().status().isEmpty()
            || status.getAsLong() == request.facts().status().getAsInt();
    return answered && asksTheSame(request, span) && sameBytes(request, span);
  }

  /// Only the proxy's bytes are the client's: one that compresses changes what the application
  /// sent.
  private static boolean sameBytes(Request request, Span span) {
    Optional<Long> received = request.facts().response().map(ResponseFacts::bodyBytes);
    OptionalLong sent = span.attributes().number(AttributeNames.BODY_BYTES);
    return span.layer() != Layer.PROXY
        || received.isEmpty()
        || sent.isEmpty()
        || sent.getAsLong() == received.get();
  }

  /// Whether the span records a request with that method and path, and that query where it names
  /// one.
  static boolean asksTheSame(Request request, Span span) {
    Attributes attributes = span.attributes();
    boolean method =
        attributes.get(AttributeNames.METHOD).map(request.facts().method()::equals).orElse(true);
    Optional<String> query = attributes.get(AttributeNames.QUERY).filter(text -> !text.isEmpty());
    boolean asked = query.isEmpty() || query.equals(request.query());
    return method && asked && target(span).map(request.path()::equals).orElse(false);
  }

  /// The path that a span records; empty where it records none.
  static Optional<String> target(Span span) {
    return span.attributes().get(AttributeNames.PATH);
  }
}
