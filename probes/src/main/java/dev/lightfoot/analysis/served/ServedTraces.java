package dev.lightfoot.analysis.served;

import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// All that servers recorded, prepared once for all rules: requests with their calls, floors of the
/// machines that were called, and what the records cannot tell. The rules of one judgement share
/// it, and with it the [Claims] on its calls.
public final class ServedTraces {
  private final List<ServedRequest> requests;
  private final List<ServedRequest> traced;
  private final Callers callers;
  private final Callers tracedCallers;
  private final List<Span> unscoped;
  private final PeerFloors floors;
  private final Blindness blindness;
  private final Claims claims;
  private final long leftOut;
  private final Map<Class<?>, Object> made = new HashMap<>();

  private ServedTraces(
      List<ServedRequest> requests, List<Span> unscoped, ServedSpans spans, PeerFloors floors) {
    this.requests = requests;
    this.unscoped = unscoped;
    this.floors = floors;
    blindness = Blindness.of(requests, spans);
    traced = requests.stream().filter(it -> it.scope() != ServedRequest.Scope.SESSION).toList();
    callers = new Callers(requests, blindness);
    tracedCallers = new Callers(traced, blindness);
    claims = new Claims(spans.size());
    leftOut = spans.leftOut();
  }

  /// Those of these spans.
  public static ServedTraces of(ServedSpans spans) {
    TracesRead read = TracesRead.of(spans);
    return new ServedTraces(
        read.requests(), read.unscoped(), spans, PeerFloors.of(read.requests()));
  }

  /// The requests that were recorded, trace by trace.
  public List<ServedRequest> requests() {
    return requests;
  }

  /// Why a rule that needs to know whose calls they are has nothing to look at where no such
  /// request calls that layer.
  public Reason.Kind withoutTraced(Layer layer) {
    boolean put =
        calling(layer).stream()
            .filter(request -> request.scope() == ServedRequest.Scope.SESSION)
            .anyMatch(request -> request.calls().stream().anyMatch(c -> c.layer() == layer));
    return put ? Reason.Kind.NO_REQUESTS : without(layer);
  }

  /// Those whose calls are known to be theirs: not what only time and connection put together.
  public List<ServedRequest> traced() {
    return traced;
  }

  /// Those of all requests that call anything.
  public List<ServedRequest> calling() {
    return callers.any();
  }

  /// Those of all requests that call that layer, or may: of a service whose calls to its cache are
  /// not recorded each request may.
  public List<ServedRequest> calling(Layer layer) {
    return callers.of(layer);
  }

  /// Those of [#traced()] that call anything.
  public List<ServedRequest> tracedCalling() {
    return tracedCallers.any();
  }

  /// Those of [#traced()] that call that layer, or may.
  public List<ServedRequest> tracedCalling(Layer layer) {
    return tracedCallers.of(layer);
  }

  /// Calls of which no record says which request or connection made them.
  public List<Span> unscoped() {
    return unscoped;
  }

  /// Why a rule has nothing to look at where no request calls that layer.
  public Reason.Kind without(Layer layer) {
    boolean loose = unscoped.stream().anyMatch(span -> span.layer() == layer);
    return loose ? Reason.Kind.NO_REQUESTS : Reason.Kind.NOTHING_TO_LOOK_AT;
  }

  /// How near the machines are that were called.
  public PeerFloors floors() {
    return floors;
  }

  /// What the records cannot tell.
  public Blindness blindness() {
    return blindness;
  }

  /// What several rules make of all requests, whatever is kept already: made once.
  ///
  /// @param kind of what is made; each has one of it
  public <T> T made(Class<T> kind, Function<ServedTraces, T> make) {
    return kind.cast(made.computeIfAbsent(kind, _ -> make.apply(this)));
  }

  /// Which calls a rule keeps already.
  public Claims claims() {
    return claims;
  }

  /// Spans that were too many to be kept.
  public long leftOut() {
    return leftOut;
  }

  /// How well it is known what that request did: inferred where its calls were put together by time
  /// and connection, or where parts of it are missing.
  public Evidence grade(ServedRequest request) {
    return request.scope() == ServedRequest.Scope.SESSION || blindness.isPartial(request)
        ? Evidence.INFERRED
        : Evidence.IMPORTED;
  }
}
