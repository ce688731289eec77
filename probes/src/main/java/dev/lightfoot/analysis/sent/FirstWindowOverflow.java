package dev.lightfoot.analysis.sent;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.analysis.measured.Content;
import dev.lightfoot.analysis.measured.MeasuredExchange;
import dev.lightfoot.analysis.measured.MeasuredRule;
import dev.lightfoot.analysis.measured.MeasuredSnapshot;
import dev.lightfoot.analysis.measured.Sighting;
import dev.lightfoot.analysis.measured.Sightings;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.SlowStart;
import dev.lightfoot.model.page.ResourceType;
import java.util.List;
import java.util.Optional;

/// An answer on a fresh connection is more than the server may send before it hears of us: it comes
/// in several flights, a round trip apart.
public final class FirstWindowOverflow implements MeasuredRule {
  private static final long FIRST_FLIGHT = 14_600;

  /// Above it the bandwidth counts, not the trips.
  private static final long DOWNLOAD = 1_000_000;

  @Override
  public Rule rule() {
    return Rule.FIRST_WINDOW_OVERFLOW;
  }

  @Override
  public RuleAnswer judge(MeasuredSnapshot facts) {
    Sightings sightings = new Sightings(rule(), facts);
    facts.runs().forEach(run -> run.exchanges().forEach(it -> look(it, sightings)));
    return sightings.answer(Reason.Kind.NOT_RECORDED);
  }

  private static void look(MeasuredExchange exchange, Sightings sightings) {
    boolean seen = !exchange.exchange().chunks().isEmpty() && exchange.floor() > 0;
    if (!seen || !exchange.connects() || !matters(exchange) || exchange.response().isEmpty()) {
      return;
    }
    sightings.looked();
    ResponseFacts response = exchange.response().get();
    int rounds = exchange.bodyRounds().orElse(0);
    int others =
        Content.isText(exchange) && !Content.isCompressed(response)
            ? Rounds.savedByCompressing(response.bodyBytes())
            : 0;
    boolean tooMuch =
        response.headerBytes() + response.bodyBytes() > FIRST_FLIGHT
            && response.bodyBytes() <= DOWNLOAD;
    if (tooMuch && rounds - others >= 1) {
      sightings.add(sighting(exchange, rounds - others));
    }
  }

  private static boolean matters(MeasuredExchange exchange) {
    return exchange.isCritical() || exchange.type().equals(Optional.of(ResourceType.DOCUMENT));
  }

  /// Without those that a content coding would save: they are another finding.
  private static Sighting sighting(MeasuredExchange exchange, int rounds) {
    ResponseFacts response = exchange.response().orElseThrow();
    long floor = exchange.floor();
    return Sighting.of(
        exchange.request(),
        List.of(exchange),
        Saving.within(
            exchange.criticalNanos(Phase.RECEIVE), rounds, floor, rounds * floor, rounds * floor),
        List.of(
            Fact.bytes("body", response.bodyBytes()),
            Fact.bytes(
                "first", SlowStart.flights(exchange.exchange().chunks(), floor).getFirst().bytes()),
            Fact.count("rounds", rounds),
            Fact.time("floor", floor)));
  }
}
