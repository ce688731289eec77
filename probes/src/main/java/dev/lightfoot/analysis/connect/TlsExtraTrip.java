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
import dev.lightfoot.model.connection.TlsFacts;
import dev.lightfoot.model.span.Layer;
import java.util.List;

/// A full handshake of TLS 1.2, or one that the server began anew with another key share (RFC 8446
/// section 4.1.4), takes a trip more than TLS 1.3 does.
public final class TlsExtraTrip implements MeasuredRule {
  private static final long LEAST_FLOOR = 5_000_000;

  @Override
  public Rule rule() {
    return Rule.TLS_EXTRA_TRIP;
  }

  @Override
  public RuleAnswer judge(MeasuredSnapshot facts) {
    Sightings sightings = new Sightings(rule(), facts);
    facts.runs().forEach(run -> run.exchanges().forEach(it -> look(it, sightings)));
    return sightings.answer(Reason.Kind.NOTHING_TO_LOOK_AT);
  }

  private static void look(MeasuredExchange exchange, Sightings sightings) {
    Phase phase = exchange.took(Phase.QUIC) ? Phase.QUIC : Phase.TLS;
    if (exchange.exchange().tls().isEmpty() || exchange.trips(phase).isEmpty()) {
      return;
    }
    sightings.looked();
    TlsFacts tls = exchange.exchange().tls().get();
    boolean old = tls.version().filter("TLSv1.2"::equals).isPresent() && !tls.resumed();
    int trips = exchange.trips(phase).getAsInt();
    if (trips >= 2 && (old || tls.helloRetryRequest()) && exchange.floor() >= LEAST_FLOOR) {
      sightings.add(sighting(exchange, phase, tls));
    }
  }

  private static Sighting sighting(MeasuredExchange exchange, Phase phase, TlsFacts tls) {
    long floor = exchange.floor();
    long critical = exchange.criticalNanos(phase);
    return Sighting.of(
        exchange.host(Layer.TLS),
        List.of(exchange),
        Saving.within(critical, 1, floor, floor, critical - floor),
        List.of(
            Fact.word("variant", tls.helloRetryRequest() ? "retry" : "version"),
            Fact.name("group", tls.group().orElse("")),
            Fact.count("handshake_trips", exchange.trips(phase).orElse(0)),
            Fact.time("handshake", exchange.nanos(phase)),
            Fact.time("floor", floor)));
  }
}
