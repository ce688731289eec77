package dev.lightfoot.analysis.sent;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.analysis.measured.CacheControl;
import dev.lightfoot.analysis.measured.MeasuredExchange;
import dev.lightfoot.analysis.measured.MeasuredRule;
import dev.lightfoot.analysis.measured.MeasuredRun;
import dev.lightfoot.analysis.measured.MeasuredSnapshot;
import dev.lightfoot.analysis.measured.Sighting;
import dev.lightfoot.analysis.measured.Sightings;
import dev.lightfoot.model.EdgeCache;
import dev.lightfoot.model.Phase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A cache near the client is asked time after time and has nothing.
public final class EdgeMiss implements MeasuredRule {
  private static final int OK = 200;
  private static final int LEAST_RUNS = 3;

  @Override
  public Rule rule() {
    return Rule.EDGE_MISS;
  }

  @Override
  public RuleAnswer judge(MeasuredSnapshot facts) {
    Map<String, List<MeasuredExchange>> byUrl = new LinkedHashMap<>();
    for (MeasuredRun run : facts.runs()) {
      for (MeasuredExchange exchange : run.exchanges()) {
        if (mayBeKept(exchange) && exchange.edge().isPresent()) {
          byUrl.computeIfAbsent(exchange.exchange().url(), _ -> new ArrayList<>()).add(exchange);
        }
      }
    }
    Sightings sightings = new Sightings(rule(), facts);
    byUrl.values().forEach(asked -> look(asked, sightings));
    return sightings.answer(byUrl.isEmpty() ? Reason.Kind.NOTHING_TO_LOOK_AT : Reason.Kind.TOO_FEW);
  }

  private static boolean mayBeKept(MeasuredExchange exchange) {
    if (exchange.status() != OK
        || !exchange.exchange().method().equals("GET")
        || exchange.response().isEmpty()) {
      return false;
    }
    CacheControl control = CacheControl.of(exchange.response().get());
    return !control.has("private")
        && !control.has("no-store")
        && exchange.header("set-cookie").isEmpty();
  }

  private static void look(List<MeasuredExchange> asked, Sightings sightings) {
    long runs = asked.stream().map(it -> it.run().at()).distinct().count();
    if (runs < LEAST_RUNS) {
      return;
    }
    sightings.looked();
    if (asked.stream().allMatch(EdgeMiss::missed)) {
      asked.forEach(it -> sightings.add(sighting(it)));
    }
  }

  private static boolean missed(MeasuredExchange exchange) {
    EdgeCache.Verdict verdict = exchange.edge().orElseThrow().verdict();
    return verdict == EdgeCache.Verdict.MISS || verdict == EdgeCache.Verdict.BYPASS;
  }

  private static Sighting sighting(MeasuredExchange exchange) {
    EdgeCache edge = exchange.edge().orElseThrow();
    long saved = exchange.nanos(Phase.WAIT) - exchange.floor();
    return Sighting.of(
        exchange.request(),
        List.of(exchange),
        Saving.within(exchange.criticalNanos(Phase.WAIT), 0, saved / 2, saved, saved),
        List.of(
            Fact.name("field", edge.source() + ": " + edge.detail()),
            Fact.time("waited", exchange.nanos(Phase.WAIT)),
            Fact.time("floor", exchange.floor())));
  }
}
