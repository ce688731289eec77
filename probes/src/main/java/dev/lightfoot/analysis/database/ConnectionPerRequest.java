package dev.lightfoot.analysis.database;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.FindingSubject;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.analysis.served.Call;
import dev.lightfoot.analysis.served.Connecting;
import dev.lightfoot.analysis.served.ServedRequest;
import dev.lightfoot.analysis.served.ServedRule;
import dev.lightfoot.analysis.served.ServedTraces;
import dev.lightfoot.analysis.served.Showing;
import dev.lightfoot.analysis.served.Verdict;
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A new connection to the same database or cache for nearly every request. Facts: `peer`,
/// `connections` and `time` of the median request, `share` of the requests that connect, and
/// `requests`, how many were looked at.
public final class ConnectionPerRequest implements ServedRule {
  private static final int ENOUGH_REQUESTS = 3;
  private static final double MOST = 0.8;

  @Override
  public Rule rule() {
    return Rule.CONNECTION_PER_REQUEST;
  }

  /// One service and the machine that it connects to.
  private record Pair(String service, Layer layer, String peer) {}

  @Override
  public RuleAnswer judge(ServedTraces traces) {
    Map<Pair, List<Connecting>> pairs = new LinkedHashMap<>();
    Map<String, Integer> requests = new LinkedHashMap<>();
    boolean stores = false;
    for (ServedRequest request : traces.requests()) {
      List<Connecting> made = Connecting.of(request);
      for (Connecting each : made) {
        pairs
            .computeIfAbsent(
                new Pair(request.service(), each.layer(), each.peer()), _ -> new ArrayList<>())
            .add(each);
      }
      boolean asks = request.calls().stream().anyMatch(ConnectionPerRequest::isStore);
      stores |= asks;
      if (asks || !made.isEmpty()) {
        requests.merge(request.service(), 1, Integer::sum);
      }
    }
    Verdict verdict = new Verdict(rule());
    pairs.forEach(
        (pair, made) -> {
          int all = requests.getOrDefault(pair.service(), 0);
          if (all >= ENOUGH_REQUESTS) {
            verdict.looked();
            judge(pair, made, all, verdict, traces);
          }
        });
    // a pool that is warm connects no more
    if (stores && pairs.isEmpty()) {
      return RuleAnswer.notApplicable(Reason.Kind.NOT_RECORDED);
    }
    return verdict.answer(pairs.isEmpty() ? traces.without(Layer.DATABASE) : Reason.Kind.TOO_FEW);
  }

  private static boolean isStore(Call call) {
    return call.layer() == Layer.DATABASE || call.layer() == Layer.CACHE;
  }

  private static void judge(
      Pair pair, List<Connecting> made, int requests, Verdict verdict, ServedTraces traces) {
    long passing = made.stream().filter(Connecting::passesSmall).count();
    if (made.size() < MOST * requests || passing < MOST * made.size()) {
      return;
    }
    FindingSubject subject =
        new FindingSubject(pair.service(), "", Optional.of(pair.layer()), pair.peer());
    for (Connecting each : made) {
      verdict.show(
          new Showing(
              each.request(),
              subject,
              each.connections(),
              Optional.of(saving(each)),
              traces.grade(each.request()),
              each.spans(),
              List.of(
                  Fact.name("peer", pair.peer()),
                  Fact.count("connections", each.connections()),
                  Fact.count("handshakes", each.trips()),
                  Fact.time("time", each.nanos()),
                  Fact.share("share", (double) made.size() / requests),
                  Fact.count("requests", requests))));
    }
  }

  private static Saving saving(Connecting made) {
    long path = made.pathNanos();
    return Saving.within(path, made.trips(), path / 2, path, path);
  }
}
