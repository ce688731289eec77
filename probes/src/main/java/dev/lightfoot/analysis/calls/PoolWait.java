package dev.lightfoot.analysis.calls;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.FindingSubject;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.analysis.served.CallGroup;
import dev.lightfoot.analysis.served.ServedRequest;
import dev.lightfoot.analysis.served.ServedRule;
import dev.lightfoot.analysis.served.ServedTraces;
import dev.lightfoot.analysis.served.Showing;
import dev.lightfoot.analysis.served.SpanPart;
import dev.lightfoot.analysis.served.Verdict;
import dev.lightfoot.analysis.trace.CriticalPath;
import dev.lightfoot.analysis.trace.SpanTree;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The application waits for a connection out of its pool, and none is made meanwhile. Facts:
/// `waits`, `time`, `share`, `pool`.
public final class PoolWait implements ServedRule {
  private static final String POOL = "db.client.connection.pool.name";

  @Override
  public Rule rule() {
    return Rule.POOL_WAIT;
  }

  @Override
  public RuleAnswer judge(ServedTraces traces) {
    Verdict verdict = new Verdict(rule());
    boolean connecting = false;
    for (ServedRequest request : traces.traced()) {
      Map<String, List<Integer>> pools = new LinkedHashMap<>();
      for (int i = 0; i < request.size(); i++) {
        int position = request.position(i);
        if (request.part(position) == SpanPart.POOL) {
          if (isConnecting(request, position)) {
            connecting = true;
          } else {
            verdict.looked();
            pools.computeIfAbsent(name(request, position), _ -> new ArrayList<>()).add(position);
          }
        }
      }
      pools.forEach((pool, waits) -> judge(request, pool, waits, traces, verdict));
    }
    if (connecting) {
      verdict.taken();
    }
    return verdict.answer(Reason.Kind.NOT_RECORDED);
  }

  /// Whether a connection is made below: then that is the cause.
  private static boolean isConnecting(ServedRequest request, int position) {
    for (int i = position + 1; i < request.tree().end(position); i++) {
      if (request.part(i) == SpanPart.CONNECT) {
        return true;
      }
    }
    return false;
  }

  private static String name(ServedRequest request, int position) {
    Span span = request.tree().span(position);
    return span.attributes().get(POOL).orElse(span.name());
  }

  private static void judge(
      ServedRequest request,
      String pool,
      List<Integer> waits,
      ServedTraces traces,
      Verdict verdict) {
    List<Span> spans = waits.stream().map(request.tree()::span).toList();
    long time = spans.stream().mapToLong(span -> span.time().duration().orElse(0)).sum();
    if (!CallGroup.passesLarge(time, request)) {
      return;
    }
    long path = path(request, waits);
    List<Fact> facts =
        List.of(
            Fact.count("waits", waits.size()),
            Fact.time("time", time),
            Fact.share("share", Math.min(1, (double) time / Math.max(1, request.wallNanos()))),
            Fact.name("pool", pool));
    Layer layer = spans.getFirst().layer();
    verdict.show(
        new Showing(
            request,
            new FindingSubject(request.service(), request.route(), Optional.of(layer), pool),
            waits.size(),
            Optional.of(Saving.within(path, 0, 0, path, path)),
            traces.grade(request),
            spans,
            facts));
  }

  private static long path(ServedRequest request, List<Integer> waits) {
    if (request.root() == SpanTree.NONE) {
      return 0;
    }
    Set<Integer> whole = new HashSet<>(waits);
    CriticalPath path = CriticalPath.of(request.tree(), request.root(), whole::contains);
    return waits.stream().mapToLong(path::nanos).sum();
  }
}
