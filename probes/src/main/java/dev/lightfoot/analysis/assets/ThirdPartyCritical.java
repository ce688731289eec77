package dev.lightfoot.analysis.assets;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.analysis.measured.MeasuredExchange;
import dev.lightfoot.analysis.measured.MeasuredRule;
import dev.lightfoot.analysis.measured.MeasuredRun;
import dev.lightfoot.analysis.measured.MeasuredSnapshot;
import dev.lightfoot.analysis.measured.Sighting;
import dev.lightfoot.analysis.measured.Sightings;
import dev.lightfoot.analysis.page.PathStep;
import dev.lightfoot.model.page.Party;
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The page waits for a server of another site.
public final class ThirdPartyCritical implements MeasuredRule {
  private static final long LEAST_NANOS = 50_000_000;
  private static final double LEAST_SHARE = 0.1;

  @Override
  public Rule rule() {
    return Rule.THIRD_PARTY_CRITICAL;
  }

  @Override
  public RuleAnswer judge(MeasuredSnapshot facts) {
    if (facts.pages().isEmpty()) {
      return RuleAnswer.notApplicable(Reason.Kind.NO_PAGE);
    }
    Sightings sightings = new Sightings(rule(), facts);
    boolean taken = false;
    for (MeasuredRun run : facts.pages()) {
      List<MeasuredExchange> late = LateConnection.late(run);
      Map<String, List<PathStep>> hosts = new LinkedHashMap<>();
      for (PathStep step : run.path().orElseThrow().steps()) {
        MeasuredExchange exchange = run.exchanges().get(step.exchange());
        Optional<Party> party = exchange.exchange().resource().party();
        if (late.contains(exchange)) {
          taken = true; // its connection is the other rule's
        } else if (party.isPresent()) {
          sightings.looked();
          if (party.get() == Party.THIRD && isBeforePaint(exchange)) {
            hosts.computeIfAbsent(exchange.host(), _ -> new ArrayList<>()).add(step);
          }
        }
      }
      hosts.values().forEach(steps -> look(run, steps, sightings));
    }
    return sightings.answer(taken ? Reason.Kind.TAKEN : Reason.Kind.NOT_RECORDED);
  }

  private static boolean isBeforePaint(MeasuredExchange exchange) {
    return exchange.exchange().startNanos()
        <= exchange.run().firstPaintNanos().orElse(Long.MAX_VALUE);
  }

  private static void look(MeasuredRun run, List<PathStep> steps, Sightings sightings) {
    List<MeasuredExchange> longestFirst =
        steps.stream()
            .map(step -> run.exchanges().get(step.exchange()))
            .distinct()
            .sorted(Comparator.comparingLong(it -> -it.criticalNanos()))
            .toList();
    MeasuredExchange longest = longestFirst.getFirst();
    long nanos = steps.stream().mapToLong(it -> it.toNanos() - it.startNanos()).sum();
    long path = run.path().orElseThrow().chainNanos();
    if (nanos < LEAST_NANOS && nanos < LEAST_SHARE * path) {
      return;
    }
    int trips = steps.stream().mapToInt(step -> step.trips().orElse(1)).sum();
    sightings.add(
        Sighting.of(
            longest.host(Layer.EXTERNAL),
            longestFirst,
            Saving.within(nanos, trips, 0, nanos / 2, nanos),
            List.of(
                Fact.name("file", longest.path()),
                Fact.time("waited", nanos),
                Fact.share("share", path == 0 ? 0 : (double) nanos / path))));
  }
}
