package dev.lightfoot.analysis.join;

import dev.lightfoot.analysis.join.Pool.Found;
import dev.lightfoot.analysis.join.Statements.Pair;
import dev.lightfoot.analysis.join.Statements.Paired;
import dev.lightfoot.analysis.join.Sweep.Interval;
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
import java.util.Set;

/// Brings together what several logs record of the same statements, so that one trip counts once.
final class StatementJoin {
  /// Two recorders of one call look at the clock at different moments of it.
  private static final long SAME_CALL_NANOS = 5_000_000;

  private static final List<Layer> LAYERS = List.of(Layer.DATABASE, Layer.CACHE);

  private final Pool pool;

  StatementJoin(Pool pool) {
    this.pool = pool;
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
    // calls of other requests explain entries too, and keep them from being taken for these
    pool.free().stream().filter(span -> isCall(span, layer)).forEach(calls::add);
    if (calls.isEmpty()) {
      return;
    }
    Paired found = new Statements(calls, entries, 0).pair(Interval.ANY);
    if (found.rivals() > 0) {
      pool.remark(
          new JoinRemark.AmbiguousOffset(
              clock, JoinRemark.Compared.STATEMENTS, found.rivals() + 1));
    }
    for (Pair pair : found.pairs()) {
      Request owner = owners.get(pair.call().spanId());
      if (owner == null) {
        pool.drop(pair.entry());
      } else {
        pool.take(owner, pair.entry(), JoinedBy.STATEMENT);
        pool.replace(
            owner, Nesting.below(new Found(pair.entry(), JoinedBy.STATEMENT), pair.call()));
      }
    }
  }

  private static boolean isCall(Span span, Layer layer) {
    return span.layer() == layer && !SpanRoles.isServersOwn(span);
  }
}
