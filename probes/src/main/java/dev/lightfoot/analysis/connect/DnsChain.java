package dev.lightfoot.analysis.connect;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.analysis.finding.Severity;
import dev.lightfoot.analysis.measured.MeasuredExchange;
import dev.lightfoot.analysis.measured.MeasuredRule;
import dev.lightfoot.analysis.measured.MeasuredSnapshot;
import dev.lightfoot.analysis.measured.Sighting;
import dev.lightfoot.analysis.measured.Sightings;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.span.Layer;
import java.util.List;

/// A name that takes several questions one after the other, that is an alias of an alias, or whose
/// address is soon forgotten. Browsers keep names about a minute whatever their time to live is:
/// half of that only costs.
public final class DnsChain implements MeasuredRule {
  private static final long LEAST_NANOS = 10_000_000;
  private static final int ALIASES = 3;
  private static final long SHORT_LIFE = 30;
  private static final long SECOND = 1_000_000_000;

  @Override
  public Rule rule() {
    return Rule.DNS_CHAIN;
  }

  @Override
  public RuleAnswer judge(MeasuredSnapshot facts) {
    Sightings sightings = new Sightings(rule(), facts);
    Lifetimes lifetimes = Lifetimes.of(facts);
    facts.runs().forEach(run -> run.exchanges().forEach(it -> look(it, lifetimes, sightings)));
    return sightings.answer(Reason.Kind.NOTHING_TO_LOOK_AT);
  }

  private static void look(MeasuredExchange exchange, Lifetimes lifetimes, Sightings sightings) {
    if (!exchange.took(Phase.DNS) || exchange.trips(Phase.DNS).isEmpty()) {
      return;
    }
    sightings.looked();
    Resolution asked = Resolution.of(exchange);
    if (asked.nanos() < LEAST_NANOS) {
      return;
    }
    if (asked.trips() >= 2) {
      sightings.add(sighting(exchange, asked, "questions", several(exchange, asked)));
    } else if (asked.aliases() >= ALIASES) {
      sightings.add(sighting(exchange, asked, "aliases", seldom(exchange, asked)));
    } else if (lifetimes.seconds(exchange.host()).orElse(Long.MAX_VALUE) <= SHORT_LIFE) {
      Resolution own = asked.kept(lifetimes.seconds(exchange.host()).orElseThrow());
      sightings.add(
          sighting(exchange, own, "lifetime", seldom(exchange, own)).atMost(Severity.LOW));
    }
  }

  private static Saving several(MeasuredExchange exchange, Resolution asked) {
    int saved = asked.trips() - 1;
    return Saving.within(
        exchange.criticalNanos(Phase.DNS),
        saved,
        saved * asked.floorNanos(),
        saved * asked.floorNanos(),
        asked.nanos() * saved / asked.trips());
  }

  /// Only visits for which no resolver on the way has an answer pay it.
  private static Saving seldom(MeasuredExchange exchange, Resolution asked) {
    return Saving.within(exchange.criticalNanos(Phase.DNS), 0, 0, 0, asked.nanos());
  }

  private static Sighting sighting(
      MeasuredExchange exchange, Resolution asked, String variant, Saving saving) {
    return Sighting.of(
        exchange.host(Layer.DNS),
        List.of(exchange),
        saving,
        List.of(
            Fact.word("variant", variant),
            Fact.count("questions", asked.trips()),
            Fact.count("aliases", asked.aliases()),
            Fact.time("lifetime", asked.lifetimeSeconds() * SECOND),
            Fact.time("lookup", asked.nanos()),
            Fact.time("floor", asked.floorNanos())));
  }
}
