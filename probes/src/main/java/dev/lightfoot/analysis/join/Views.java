package dev.lightfoot.analysis.join;

import dev.lightfoot.analysis.clock.Stamped;
import dev.lightfoot.analysis.join.statement.SpanRoles;
import dev.lightfoot.analysis.join.statement.Sweep.Interval;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The servers' records of one request below which its calls can lie: mostly one; several where a
/// proxy asked a second upstream or for leave first, or where one application called another. Tells
/// which of them made which calls.
final class Views {
  /// How much longer an application may take for a request than its server's record of it says.
  private static final long LATE_NANOS = 2_000_000;

  /// Longer than any server works.
  private static final long ANY = Long.MAX_VALUE;

  /// Of a request that no server recorded.
  static final Views NONE = new Views(List.of());

  private final List<View> views;

  /// @param span the innermost record of it
  /// @param placed when it was, on a clock that says it finely; empty where none does
  private record View(Span span, Optional<Stamped> placed, long stepNanos) {}

  /// What one of them did.
  ///
  /// @param view empty where it is not known which
  /// @param calls what lies below it
  record Made(Optional<Span> view, List<Span> calls) {
    Made {
      calls = List.copyOf(calls);
    }
  }

  private Views(List<View> views) {
    this.views = views;
  }

  static Views of(Pool pool, Request request) {
    Map<String, Span> byId = new LinkedHashMap<>();
    pool.spans(request).stream()
        .filter(span -> Pool.depth(span) > 1)
        .forEach(span -> byId.put(span.spanId(), span));
    Set<String> around = new LinkedHashSet<>();
    for (Span span : byId.values()) {
      span.parentSpanId()
          .map(byId::get)
          .filter(above -> recordsTheSame(above, span))
          .ifPresent(above -> around.add(above.spanId()));
    }
    List<View> views = new ArrayList<>();
    for (Span span : byId.values()) {
      if (!around.contains(span.spanId())) {
        views.add(placed(pool, span, byId));
      }
    }
    return views.isEmpty()
        ? new Views(
            pool.application(request).stream()
                .map(span -> new View(span, Optional.empty(), 0))
                .toList())
        : new Views(views);
  }

  /// What a proxy recorded of asking is the server's that it asked, whatever that was asked for;
  /// else two records of one request asked for the same.
  private static boolean recordsTheSame(Span above, Span span) {
    Optional<String> asked = Likeness.target(above);
    Optional<String> target = Likeness.target(span);
    return SpanRoles.isUpstream(above)
        || asked.isEmpty()
        || target.isEmpty()
        || asked.equals(target);
  }

  /// A server that stamps whole seconds was asked when the proxy says, if it is clear which time it
  /// was.
  private static View placed(Pool pool, Span span, Map<String, Span> byId) {
    Optional<Span> says =
        Optional.of(span)
            .filter(Views::isFine)
            .or(
                () ->
                    span.parentSpanId()
                        .map(byId::get)
                        .filter(Views::isFine)
                        .filter(attempt -> isOnlyThere(span, attempt, byId)));
    return new View(
        span,
        says.flatMap(pool::stamped),
        says.map(each -> each.time().resolutionNanos()).orElse(0L));
  }

  /// Whether it could not have answered another question of the same proxy instead, and what did
  /// that one this one.
  private static boolean isOnlyThere(Span view, Span attempt, Map<String, Span> byId) {
    for (Span other : byId.values()) {
      boolean asked =
          SpanRoles.isUpstream(other)
              && !other.spanId().equals(attempt.spanId())
              && other.parentSpanId().equals(attempt.parentSpanId());
      if (asked && mayAnswer(view, other)) {
        Optional<Span> its =
            byId.values().stream()
                .filter(span -> span.parentSpanId().equals(Optional.of(other.spanId())))
                .findFirst();
        if (its.isEmpty() || mayAnswer(its.get(), attempt)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean mayAnswer(Span view, Span attempt) {
    SpanTime own = view.time();
    SpanTime asked = attempt.time();
    long rounding = own.durationStepNanos() + asked.resolutionNanos();
    return asked.duration().isEmpty()
        || own.duration().isEmpty()
        || own.durationNanos() <= asked.durationNanos() + rounding;
  }

  private static boolean isFine(Span span) {
    return span.time().known() == SpanTime.Known.INTERVAL
        && span.time().resolutionNanos() < Pool.COARSE_NANOS;
  }

  int size() {
    return views.size();
  }

  boolean areSeveral() {
    return views.size() > 1;
  }

  /// The one that is known, unless there are several.
  Optional<Span> only() {
    return areSeveral() ? Optional.empty() : views.stream().map(View::span).findFirst();
  }

  /// What they are known by in other requests, too.
  List<String> keys() {
    return views.stream().map(view -> key(view.span())).toList();
  }

  /// What a server is known by in other requests, too: what it was asked for and how it answered.
  static String key(Span view) {
    return Likeness.target(view).orElse("")
        + " "
        + view.attributes().get(AttributeNames.STATUS).orElse("");
  }

  /// Whether one of them may have made it, by its process, where all of them tell theirs.
  boolean mayHaveMade(Entry burst) {
    Span call = burst.spans().getFirst();
    return views.isEmpty() || views.stream().anyMatch(view -> mayBeOf(view.span(), call));
  }

  private static boolean mayBeOf(Span view, Span call) {
    Optional<String> served =
        view.layer() == Layer.APP ? SpanRoles.process(view) : Optional.empty();
    Optional<String> made = SpanRoles.process(call);
    return SpanRoles.isServersOwn(call)
        || served.isEmpty()
        || made.isEmpty()
        || served.equals(made);
  }

  /// Whether that took longer than they worked for the request in all: some of it was done for
  /// others, or when the answer had gone. That is told without any clock's offset.
  boolean areTooLong(List<Entry> entries) {
    long own = views.stream().mapToLong(view -> longest(view.span())).reduce(0, Views::sum);
    return !views.isEmpty() && own != ANY && length(entries) > own;
  }

  private static long sum(long one, long other) {
    return one == ANY || other == ANY ? ANY : one + other;
  }

  private static long length(List<Entry> entries) {
    long start = entries.stream().mapToLong(Entry::startNanos).min().orElse(0);
    long end = entries.stream().mapToLong(Entry::endNanos).max().orElse(0);
    long slack = entries.stream().mapToLong(Entry::slackNanos).max().orElse(0);
    return end - start - 2 * slack;
  }

  /// How long its calls can have taken at most.
  private static long longest(Span view) {
    SpanTime time = view.time();
    return time.known() == SpanTime.Known.INTERVAL
        ? time.durationNanos() + time.durationStepNanos() + LATE_NANOS
        : ANY;
  }

  Span span(int view) {
    return views.get(view).span();
  }

  /// Whether that one can have made these, whenever it was.
  boolean fits(int view, Entry calls) {
    return calls.spans().stream().allMatch(call -> mayBeOf(span(view), call))
        && length(List.of(calls)) <= longest(span(view));
  }

  /// The clock that says when it was.
  Optional<String> clock(int view) {
    return views.get(view).placed().map(Stamped::clock);
  }

  /// By how much the calls' clock is ahead of the view's if that one made them.
  Interval ahead(int view, Entry calls) {
    View made = views.get(view);
    return made.placed()
        .map(placed -> calls.within(placed).widened(made.stepNanos() + LATE_NANOS))
        .orElse(Interval.ANY);
  }
}
