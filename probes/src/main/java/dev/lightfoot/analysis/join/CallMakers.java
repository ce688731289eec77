package dev.lightfoot.analysis.join;

import dev.lightfoot.analysis.join.Views.Made;
import dev.lightfoot.analysis.join.statement.SpanRoles;
import dev.lightfoot.analysis.join.statement.Sweep.Interval;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/// Who made the calls that lie within each request at the offset that was found, or why that cannot
/// be told.
final class CallMakers {
  private final Pool pool;
  private final String clock;
  private final Placing placing;
  private final Map<Request, Views> views;
  private final Map<Request, Optional<List<Made>>> made = new LinkedHashMap<>();
  private final Map<String, Interval> ahead = new HashMap<>();
  private final ToDoubleFunction<Request> others;

  /// @param clock that stamped the calls
  /// @param placing which has searched
  /// @param views of all requests that have candidates
  CallMakers(Pool pool, String clock, Placing placing, Map<Request, Views> views) {
    this.pool = pool;
    this.clock = clock;
    this.placing = placing;
    this.views = views;
    views.forEach(
        (request, served) -> {
          if (!placing.fitting(request).isEmpty()) {
            made.put(request, makers(request, served));
          }
        });
    others = made.isEmpty() ? _ -> 0 : placing.others();
  }

  /// By the sessions where their other calls are known, else by what each server can have done.
  private Optional<List<Made>> makers(Request request, Views served) {
    List<Entry> fitting = placing.fitting(request);
    Map<Optional<Span>, List<Span>> known = new LinkedHashMap<>();
    for (Span call : calls(fitting)) {
      Optional<Span> caller =
          Optional.of(call)
              .filter(SpanRoles::isServersOwn)
              .flatMap(own -> caller(request, own))
              .or(served::only);
      known.computeIfAbsent(caller, _ -> new ArrayList<>()).add(call);
    }
    if (served.areSeveral() && known.containsKey(Optional.<Span>empty())) {
      return new ViewSearch(served, fitting, this::ahead).only();
    }
    List<Made> makers = new ArrayList<>();
    known.forEach((view, calls) -> makers.add(new Made(view, calls)));
    return Optional.of(makers);
  }

  private static List<Span> calls(List<Entry> entries) {
    return entries.stream().flatMap(entry -> entry.spans().stream()).toList();
  }

  /// By how much the calls' clock can be ahead of that one.
  private Interval ahead(String other) {
    return ahead.computeIfAbsent(
        other,
        name ->
            name.equals(clock)
                ? new Interval(0, 0)
                : pool.between(name, clock)
                    .map(bound -> new Interval(bound.lowNanos(), bound.highNanos()))
                    .orElse(Interval.ANY));
  }

  /// Whether nothing lies within any request.
  boolean areNone() {
    return made.isEmpty();
  }

  /// What lies within each request, below its maker where that is told.
  Map<Request, List<Made>> within() {
    Map<Request, List<Made>> within = new LinkedHashMap<>();
    made.forEach(
        (request, makers) ->
            within.put(
                request,
                makers.orElseGet(
                    () -> List.of(new Made(Optional.empty(), calls(placing.fitting(request)))))));
    return within;
  }

  /// What is told of that request.
  List<Made> of(Request request) {
    return made.getOrDefault(request, Optional.empty()).orElse(List.of());
  }

  /// Why nothing is joined with it; empty where all is well, or there is nothing.
  ///
  /// @param doubtful requests that others' entries may fit
  Optional<JoinRemark> doubt(Request request, Set<Request> doubtful) {
    Optional<List<Made>> makers = made.get(request);
    return makers == null ? Optional.empty() : doubt(request, makers, doubtful);
  }

  private Optional<JoinRemark> doubt(
      Request request, Optional<List<Made>> makers, Set<Request> doubtful) {
    List<Entry> fitting = placing.fitting(request);
    Views served = views.getOrDefault(request, Views.NONE);
    Set<String> recorders = new LinkedHashSet<>();
    fitting.forEach(entry -> recorders.add(entry.recorder()));
    if (served.areTooLong(fitting)) {
      return Optional.of(new JoinRemark.LongerThanServer(clock));
    }
    if (recorders.size() > Math.max(1, served.size())) {
      return Optional.of(
          new JoinRemark.AmbiguousRecorder(
              clock, recorders.size(), calls(fitting).size(), request.run() + 1, request.path()));
    }
    if (doubtful.contains(request)
        || placing.atTheEdge(request).stream()
            .anyMatch(entry -> served.areSeveral() || recorders.contains(entry.recorder()))
        || placing.workedForOthers(request, recorders)
        || fitting.stream().anyMatch(placing::isShared)) {
      return Optional.of(new JoinRemark.MayBeOthers(clock, JoinRemark.Compared.TIMES));
    }
    if (makers.isEmpty()) {
      return Optional.of(
          new JoinRemark.AmbiguousServer(
              clock, served.size(), calls(fitting).size(), request.run() + 1, request.path()));
    }
    return served.areSeveral() && mayBeOthers(request, makers.get())
        ? Optional.of(new JoinRemark.MayBeOthers(clock, JoinRemark.Compared.TIMES))
        : Optional.empty();
  }

  /// Whether one of several servers may have called nothing, and what is taken for its calls is
  /// others': the fewer of the other requests show calls of that server, the likelier.
  private boolean mayBeOthers(Request request, List<Made> makers) {
    double most = 0;
    for (Made each : makers) {
      String key = each.view().map(Views::key).orElse("");
      int asked = 0;
      int missing = 0;
      for (Map.Entry<Request, Views> other : views.entrySet()) {
        long there = other.getValue().keys().stream().filter(key::equals).count();
        long called =
            of(other.getKey()).stream()
                .filter(made -> made.view().map(Views::key).filter(key::equals).isPresent())
                .count();
        asked += there > 0 ? 1 : 0;
        missing += called < there ? 1 : 0;
      }
      most = Math.max(most, Chance.ofMissing(asked, missing));
    }
    return others.applyAsDouble(request) * most > Chance.MOST_OF_SEVERAL;
  }

  /// Who made the last call that the same session served before: what its driver sent on its behalf
  /// since (fetches from a cursor), it waited for, too.
  private Optional<Span> caller(Request request, Span entry) {
    Map<String, Span> byId = new LinkedHashMap<>();
    pool.spans(request).forEach(span -> byId.put(span.spanId(), span));
    return byId.values().stream()
        .filter(SpanRoles::isServersOwn)
        .filter(own -> SpanRoles.recorder(own).equals(SpanRoles.recorder(entry)))
        .filter(own -> own.time().atUnixNanos() <= entry.time().atUnixNanos())
        .map(own -> byId.get(own.parentSpanId().orElse("")))
        .filter(call -> call != null && call.layer() == entry.layer())
        .max(Comparator.comparingLong(call -> call.time().atUnixNanos()))
        .flatMap(call -> Optional.ofNullable(byId.get(call.parentSpanId().orElse(""))));
  }
}
