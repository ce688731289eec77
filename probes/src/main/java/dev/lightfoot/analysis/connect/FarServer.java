package dev.lightfoot.analysis.connect;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.analysis.ledger.Ledger;
import dev.lightfoot.analysis.ledger.LedgerBuilder;
import dev.lightfoot.analysis.measured.CacheControl;
import dev.lightfoot.analysis.measured.MeasuredExchange;
import dev.lightfoot.analysis.measured.MeasuredRule;
import dev.lightfoot.analysis.measured.MeasuredSnapshot;
import dev.lightfoot.analysis.measured.Sighting;
import dev.lightfoot.analysis.measured.Sightings;
import dev.lightfoot.analysis.summary.DistanceBound;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.span.Layer;
import java.util.List;

/// Distance is most of the time, and nothing near answers.
public final class FarServer implements MeasuredRule {
  private static final long FAR = 60_000_000;
  private static final long NEAR = 20_000_000;
  private static final double MOST = 0.5;
  private static final long METRES = 1_000;
  private static final List<Phase> HANDSHAKES = List.of(Phase.TCP, Phase.TLS, Phase.QUIC);

  @Override
  public Rule rule() {
    return Rule.FAR_SERVER;
  }

  @Override
  public RuleAnswer judge(MeasuredSnapshot facts) {
    Sightings sightings = new Sightings(rule(), facts);
    facts.runs().forEach(run -> run.exchanges().forEach(it -> look(it, sightings)));
    return sightings.answer(Reason.Kind.NO_FLOOR);
  }

  private static void look(MeasuredExchange exchange, Sightings sightings) {
    long floor = exchange.run().floors().nanos(exchange.exchange()).orElse(0);
    if (floor == 0 || !exchange.isCritical() || exchange.response().isEmpty()) {
      return;
    }
    sightings.looked();
    if (floor < FAR || edgeAnswered(exchange)) {
      return;
    }
    Ledger bill = LedgerBuilder.build(exchange.exchange(), exchange.run().floors());
    if (bill.distanceNanos() >= MOST * exchange.exchange().durationNanos()) {
      sightings.add(sighting(exchange, floor, bill));
    }
  }

  private static boolean edgeAnswered(MeasuredExchange exchange) {
    return exchange
        .edge()
        .filter(
            edge ->
                switch (edge.verdict()) {
                  case HIT, STALE, REVALIDATED -> true;
                  case MISS, BYPASS -> false;
                })
        .isPresent();
  }

  /// Handshakes can always be brought nearer, the answer only where it may be kept there.
  private static Sighting sighting(MeasuredExchange exchange, long floor, Ledger bill) {
    int handshakes = HANDSHAKES.stream().mapToInt(phase -> exchange.trips(phase).orElse(0)).sum();
    int dns = exchange.trips(Phase.DNS).orElse(0);
    int all = mayBeKept(exchange) ? exchange.trips() - dns : handshakes;
    long low = (floor - NEAR) * handshakes;
    long high = (floor - NEAR) * Math.max(handshakes, all);
    return Sighting.of(
        exchange.host(Layer.REQUEST),
        List.of(exchange),
        Saving.within(exchange.criticalNanos(), 0, low, (low + high) / 2, high),
        List.of(
            Fact.time("floor", floor),
            Fact.distance("away", DistanceBound.kilometres(floor) * METRES),
            Fact.share(
                "share", (double) bill.distanceNanos() / exchange.exchange().durationNanos())));
  }

  private static boolean mayBeKept(MeasuredExchange exchange) {
    CacheControl control = CacheControl.of(exchange.response().orElseThrow());
    return exchange.exchange().method().equals("GET")
        && !control.has("private")
        && !control.has("no-store")
        && exchange.header("set-cookie").isEmpty();
  }
}
