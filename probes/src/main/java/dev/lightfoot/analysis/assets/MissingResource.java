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
import dev.lightfoot.model.page.ResourceType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A page asks for a file that is not there.
public final class MissingResource implements MeasuredRule {
  private static final Set<Integer> MISSING = Set.of(404, 410);

  @Override
  public Rule rule() {
    return Rule.MISSING_RESOURCE;
  }

  @Override
  public RuleAnswer judge(MeasuredSnapshot facts) {
    if (facts.pages().isEmpty()) {
      return RuleAnswer.notApplicable(Reason.Kind.NO_PAGE);
    }
    Sightings sightings = new Sightings(rule(), facts);
    for (MeasuredRun run : facts.pages()) {
      int document = run.document().map(MeasuredExchange::at).orElse(0);
      for (MeasuredExchange exchange : run.exchanges()) {
        if (exchange.at() != document && exchange.status() > 0 && isResource(exchange)) {
          sightings.looked();
          if (MISSING.contains(exchange.status())) {
            sightings.add(sighting(exchange));
          }
        }
      }
    }
    return sightings.answer(Reason.Kind.NOTHING_TO_LOOK_AT);
  }

  /// Not a script that asks whether something is there.
  private static boolean isResource(MeasuredExchange exchange) {
    return !exchange.exchange().method().equals("HEAD")
        && exchange.isTransferred()
        && !exchange.type().equals(Optional.of(ResourceType.DOCUMENT));
  }

  private static Sighting sighting(MeasuredExchange exchange) {
    long critical = exchange.criticalNanos();
    return Sighting.of(
        exchange.request(),
        List.of(exchange),
        Saving.within(critical, 1, exchange.floor(), critical, critical),
        List.of(
            Fact.count("status", exchange.status()),
            Fact.time("took", exchange.exchange().durationNanos())));
  }
}
