package dev.lightfoot.analysis.connect;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.analysis.measured.MeasuredExchange;
import dev.lightfoot.analysis.measured.MeasuredRule;
import dev.lightfoot.analysis.measured.MeasuredSnapshot;
import dev.lightfoot.analysis.measured.Sighting;
import dev.lightfoot.analysis.measured.Sightings;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.connection.ConnectionAttempt;
import dev.lightfoot.model.span.Layer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// An address was tried that did not answer, and another one only when a while had passed. A client
/// that tries one address after the other lets 250 ms pass between them (RFC 8305 section 5).
public final class AddressInVain implements MeasuredRule {
  private static final long LEAST_NANOS = 100_000_000;

  @Override
  public Rule rule() {
    return Rule.ADDRESS_IN_VAIN;
  }

  @Override
  public RuleAnswer judge(MeasuredSnapshot facts) {
    Sightings sightings = new Sightings(rule(), facts);
    facts.runs().forEach(run -> run.exchanges().forEach(it -> look(it, sightings)));
    return sightings.answer(Reason.Kind.NOTHING_TO_LOOK_AT);
  }

  private static void look(MeasuredExchange exchange, Sightings sightings) {
    List<ConnectionAttempt> attempts =
        exchange.exchange().connection().map(Connection::attempts).orElse(List.of());
    Optional<ConnectionAttempt> winner =
        attempts.stream()
            .filter(it -> it.outcome().equals(ConnectionAttempt.CONNECTED))
            .findFirst();
    if (winner.isEmpty()) {
      return;
    }
    sightings.looked();
    attempts.stream()
        .filter(it -> !it.outcome().equals(ConnectionAttempt.CONNECTED))
        .min(Comparator.comparingLong(ConnectionAttempt::startNanos))
        .filter(lost -> winner.get().startNanos() - lost.startNanos() >= LEAST_NANOS)
        .ifPresent(lost -> sightings.add(sighting(exchange, lost, winner.get())));
  }

  private static Sighting sighting(
      MeasuredExchange exchange, ConnectionAttempt lost, ConnectionAttempt winner) {
    long waited = winner.startNanos() - lost.startNanos();
    long critical = exchange.criticalNanos(Phase.TCP) + exchange.criticalNanos(Phase.QUIC);
    boolean failed = lost.outcome().equals(ConnectionAttempt.FAILED);
    return Sighting.of(
        exchange.host(Layer.TCP),
        List.of(exchange),
        Saving.within(critical, 0, waited, waited, waited),
        List.of(
            Fact.word("variant", failed ? "failed" : "silent"),
            Fact.name("address", lost.address()),
            Fact.name("instead", winner.address()),
            Fact.time("waited", waited)));
  }
}
