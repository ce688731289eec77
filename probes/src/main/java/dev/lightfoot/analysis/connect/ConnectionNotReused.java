package dev.lightfoot.analysis.connect;

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
import dev.lightfoot.model.LeftOut;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.span.Layer;
import java.util.List;
import java.util.Optional;

/// A connection had become free, and the next request to the same server made a new one.
public final class ConnectionNotReused implements MeasuredRule {
  private static final List<Phase> SAVED = List.of(Phase.TCP, Phase.PROXY, Phase.TLS, Phase.QUIC);

  @Override
  public Rule rule() {
    return Rule.CONNECTION_NOT_REUSED;
  }

  @Override
  public RuleAnswer judge(MeasuredSnapshot facts) {
    Sightings sightings = new Sightings(rule(), facts);
    for (MeasuredRun run : facts.runs()) {
      for (FreeConnections free : FreeConnections.of(run)) {
        sightings.looked();
        free.wasted().forEach((it, before) -> sightings.add(within(it, before)));
      }
    }
    facts.all().stream().filter(ConnectionNotReused::isWarm).forEach(run -> warm(run, sightings));
    return sightings.answer(Reason.Kind.NOTHING_TO_LOOK_AT);
  }

  private static boolean isWarm(MeasuredRun run) {
    boolean notKept = run.run().leftOut().equals(Optional.of(LeftOut.NOT_KEPT));
    return run.run().state() == RunState.WARM
        && run.run().error().isEmpty()
        && !run.run().interrupted()
        && (run.run().counts() || notKept);
  }

  /// Our own probe left a connection open for its first request; what a file calls warm has a
  /// cache, but may be another browser's.
  private static void warm(MeasuredRun run, Sightings sightings) {
    Optional<MeasuredExchange> first =
        run.exchanges().stream().findFirst().filter(MeasuredExchange::isOwn);
    if (first.isPresent()) {
      sightings.looked();
    }
    first
        .filter(MeasuredExchange::connects)
        .ifPresent(it -> sightings.add(sighting(it, "warm", 0)));
  }

  private static Sighting within(MeasuredExchange exchange, MeasuredExchange before) {
    long idle = FreeConnections.begin(exchange) - before.exchange().endNanos();
    boolean said =
        before.header("connection").filter(value -> value.equalsIgnoreCase("close")).isPresent();
    return sighting(exchange, said ? "close" : "run", idle);
  }

  private static Sighting sighting(MeasuredExchange exchange, String variant, long idle) {
    long critical = SAVED.stream().mapToLong(exchange::criticalNanos).sum();
    int trips = SAVED.stream().mapToInt(exchange::leastTrips).sum();
    return Sighting.of(
        exchange.host(Layer.TCP),
        List.of(exchange),
        Saving.within(critical, trips, trips * exchange.floor(), critical, critical),
        List.of(
            Fact.word("variant", variant),
            Fact.time("idle", Math.max(0, idle)),
            Fact.time("connecting", SAVED.stream().mapToLong(exchange::nanos).sum())));
  }
}
