package dev.lightfoot.analysis.join;

import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Finds a request in an access log without ids: by method, path, status and bytes, and by time.
final class Likeness {
  private final Pool pool;
  private final ClockLimits limits;
  private final OwnIds ids;

  Likeness(Pool pool, ClockLimits limits, OwnIds ids) {
    this.pool = pool;
    this.limits = limits;
    this.ids = ids;
  }

  void join() {
    Map<String, List<Span>> logs = new LinkedHashMap<>();
    for (Span span : pool.free()) {
      boolean access = span.layer() == Layer.PROXY || span.layer() == Layer.APP;
      if (access
          && span.kind() == SpanKind.SERVER
          && Entry.isPlaced(span)
          && target(span).isPresent()) {
        logs.computeIfAbsent(pool.clock(span) + "\n" + pool.log(span), _ -> new ArrayList<>())
            .add(span);
      }
    }
    logs.values().forEach(this::join);
  }

  private void join(List<Span> log) {
    String clock = pool.clock(log.getFirst());
    Map<Request, List<Entry>> candidates = new LinkedHashMap<>();
    for (Request request : pool.requests()) {
      if (isOpen(request, log.getFirst())) {
        candidates.put(
            request, log.stream().filter(span -> isLike(request, span)).map(Entry::of).toList());
      }
    }
    Placing placing =
        new Placing(clock, JoinRemark.Compared.REQUESTS, limits.of(clock, log), candidates);
    placing.search().ifPresent(pool::remark);
    Set<Request> doubtful = placing.doubtful();
    candidates.keySet().forEach(request -> take(request, placing, doubtful, clock));
  }

  /// Not where the same layer was found by id already, which would count twice, and not where an id
  /// would be.
  private boolean isOpen(Request request, Span entry) {
    boolean known =
        pool.spans(request).stream()
            .anyMatch(span -> span.layer() == entry.layer() && span.kind() == SpanKind.SERVER);
    return !known && !ids.rulesOut(request, entry);
  }

  private void take(Request request, Placing placing, Set<Request> doubtful, String clock) {
    List<Entry> fitting = placing.fitting(request);
    if (fitting.size() == 1
        && (doubtful.contains(request) || placing.isShared(fitting.getFirst()))) {
      pool.remark(new JoinRemark.MayBeOthers(clock, JoinRemark.Compared.REQUESTS));
    } else if (fitting.size() == 1) {
      pool.take(request, fitting.getFirst().spans().getFirst(), JoinedBy.LIKENESS);
    } else if (fitting.size() > 1) {
      pool.remark(
          new JoinRemark.AmbiguousRequest(
              clock, fitting.size(), request.run() + 1, request.path()));
    }
  }

  /// Whether two requests would be logged alike.
  static boolean askTheSame(Request one, Request other) {
    return one.facts().method().equals(other.facts().method())
        && one.path().equals(other.path())
        && one.query().equals(other.query());
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
    boolean asked = query.isEmpty() || LoggedQuery.isAlike(query.get(), request.query());
    return method && asked && target(span).map(request.path()::equals).orElse(false);
  }

  /// The path that a span records; empty where it records none.
  static Optional<String> target(Span span) {
    return span.attributes().get(AttributeNames.PATH);
  }
}
