package dev.lightfoot.analysis.join;

import dev.lightfoot.analysis.join.Pool.Found;
import dev.lightfoot.analysis.join.statement.SpanRoles;
import dev.lightfoot.analysis.join.statement.StatementText;
import dev.lightfoot.analysis.join.statement.Statements;
import dev.lightfoot.analysis.join.statement.Statements.Pair;
import dev.lightfoot.analysis.join.statement.Statements.Paired;
import dev.lightfoot.analysis.join.statement.Sweep.Interval;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Brings together what several logs record of the same statements, so that one trip counts once.
final class StatementJoin {
  /// Two recorders of one call look at the clock at different moments of it.
  private static final long SAME_CALL_NANOS = 5_000_000;

  private static final List<Layer> LAYERS = List.of(Layer.DATABASE, Layer.CACHE);

  private final Pool pool;
  private final ClockLimits limits;

  StatementJoin(Pool pool, ClockLimits limits) {
    this.pool = pool;
    this.limits = limits;
  }

  /// Drops what a second log of the same recorder repeats.
  void dropRepeated() {
    for (Layer layer : LAYERS) {
      for (boolean serversOwn : new boolean[] {false, true}) {
        dropRepeated(layer, serversOwn);
      }
    }
  }

  private void dropRepeated(Layer layer, boolean serversOwn) {
    Map<String, List<Span>> byFormat = new LinkedHashMap<>();
    List<Span> kept = new ArrayList<>();
    for (Span span : pool.allFound()) {
      if (span.layer() == layer && SpanRoles.isServersOwn(span) == serversOwn) {
        kept.add(span);
      }
    }
    for (Span span : pool.free()) {
      if (span.layer() == layer && SpanRoles.isServersOwn(span) == serversOwn) {
        if (span.traceId().isPresent()) {
          kept.add(span);
        } else {
          String format = span.attributes().get(AttributeNames.FORMAT).orElse("");
          byFormat.computeIfAbsent(format, _ -> new ArrayList<>()).add(span);
        }
      }
    }
    List<List<Span>> finestFirst = new ArrayList<>(byFormat.values());
    finestFirst.sort(Comparator.comparingLong(spans -> spans.getFirst().time().resolutionNanos()));
    for (List<Span> spans : finestFirst) {
      List<Pair> same = new Statements(kept, spans, SAME_CALL_NANOS).pair(Interval.ANY).pairs();
      same.forEach(pair -> pool.drop(pair.entry()));
      kept.addAll(Statements.without(spans, same));
    }
  }

  /// Hangs the database's own entries below the calls that they are the other half of.
  void pair() {
    for (Layer layer : LAYERS) {
      Map<String, List<Span>> logs = new LinkedHashMap<>();
      for (Span span : pool.free()) {
        if (span.layer() == layer && SpanRoles.isServersOwn(span)) {
          logs.computeIfAbsent(pool.clock(span), _ -> new ArrayList<>()).add(span);
        }
      }
      logs.forEach((clock, entries) -> pair(layer, clock, entries));
    }
  }

  private void pair(Layer layer, String clock, List<Span> entries) {
    Map<String, Request> owners = new HashMap<>();
    List<Span> calls = new ArrayList<>();
    Set<String> paired = new HashSet<>();
    for (Request request : pool.requests()) {
      pool.spans(request).forEach(span -> span.parentSpanId().ifPresent(paired::add));
    }
    for (Request request : pool.requests()) {
      for (Span span : pool.spans(request)) {
        if (isCall(span, layer) && !paired.contains(span.spanId())) {
          owners.put(span.spanId(), request);
          calls.add(span);
        }
      }
    }
    List<Span> asked = List.copyOf(calls);
    // calls of other requests explain entries too, and keep them from being taken for these
    pool.free().stream().filter(span -> isCall(span, layer)).forEach(calls::add);
    if (calls.isEmpty()) {
      return;
    }
    Paired found =
        new Statements(calls, asked, entries, 0).pair(ahead(clock, entries, calls.getFirst()));
    if (found.rivals() > 0) {
      pool.remark(
          new JoinRemark.AmbiguousOffset(
              clock, JoinRemark.Compared.STATEMENTS, found.rivals() + 1));
      return;
    }
    if (found.elsewhere().isPresent()) {
      pool.remark(
          new JoinRemark.OffsetUnlikely(
              clock, JoinRemark.Compared.STATEMENTS, found.elsewhere().get().middle()));
      return;
    }
    if (isIncomplete(owners, asked, entries, found.pairs())) {
      pool.remark(new JoinRemark.MayBeOthers(clock, JoinRemark.Compared.STATEMENTS));
      return;
    }
    Map<Request, Long> sent = counted(owners.values().stream());
    Map<Request, Long> logged =
        counted(found.pairs().stream().map(pair -> owners.get(pair.call().spanId())));
    for (Pair pair : found.pairs()) {
      Request owner = owners.get(pair.call().spanId());
      if (owner == null) {
        pool.drop(pair.entry());
      } else if (2 * logged.getOrDefault(owner, 0L) >= sent.getOrDefault(owner, 0L)) {
        pool.take(owner, pair.entry(), JoinedBy.STATEMENT);
        pool.replace(
            owner, Nesting.below(new Found(pair.entry(), JoinedBy.STATEMENT), pair.call()));
      }
    }
  }

  /// Whether a request's calls have no other half though entries of the same text are left: these
  /// may be theirs, by a clock that was set meanwhile, and then those of others may be paired
  /// wrongly.
  private static boolean isIncomplete(
      Map<String, Request> owners, List<Span> asked, List<Span> entries, List<Pair> pairs) {
    Map<Request, Long> sent = counted(owners.values().stream());
    Map<Request, Long> logged =
        counted(pairs.stream().map(pair -> owners.get(pair.call().spanId())));
    Set<String> left = new HashSet<>();
    Statements.without(entries, pairs)
        .forEach(entry -> StatementText.template(entry).ifPresent(left::add));
    return asked.stream()
        .filter(
            call -> {
              Request owner = owners.get(call.spanId());
              return owner != null
                  && 2 * logged.getOrDefault(owner, 0L) < sent.getOrDefault(owner, 0L);
            })
        .anyMatch(call -> StatementText.template(call).filter(left::contains).isPresent());
  }

  private static Map<Request, Long> counted(Stream<@Nullable Request> owners) {
    return owners
        .filter(Objects::nonNull)
        .collect(Collectors.groupingBy(owner -> owner, Collectors.counting()));
  }

  /// By how much the entries' clock may be ahead of the calls'.
  private Interval ahead(String clock, List<Span> entries, Span call) {
    Interval own = limits.ofPrompt(clock, entries).offsets();
    return pool.bound(pool.clock(call))
        .map(calls -> new Interval(own.low() - calls.highNanos(), own.high() - calls.lowNanos()))
        .orElse(own);
  }

  private static boolean isCall(Span span, Layer layer) {
    return span.layer() == layer && !SpanRoles.isServersOwn(span);
  }
}
