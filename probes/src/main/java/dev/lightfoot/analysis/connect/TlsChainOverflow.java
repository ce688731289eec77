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
import java.util.Optional;

/// The server's certificates are more than it may send before it hears of us again.
public final class TlsChainOverflow implements MeasuredRule {
  /// Ten full segments: what a sender may put on the wire unasked (RFC 6928).
  private static final long FIRST_FLIGHT = 14_600;

  /// What even a sender of three segments may, or a QUIC server that has not yet seen that we are
  /// where we say (RFC 9000 section 8.1). An extra trip with less has another cause.
  private static final long SMALLEST_FLIGHT = 3_600;

  private static final double MOSTLY = 0.6;

  @Override
  public Rule rule() {
    return Rule.TLS_CHAIN_OVERFLOW;
  }

  @Override
  public RuleAnswer judge(MeasuredSnapshot facts) {
    Sightings sightings = new Sightings(rule(), facts);
    facts.runs().forEach(run -> run.exchanges().forEach(it -> look(it, sightings)));
    return sightings.answer(Reason.Kind.NOTHING_TO_LOOK_AT);
  }

  private static void look(MeasuredExchange exchange, Sightings sightings) {
    Optional<TlsFacts> tls = exchange.exchange().tls();
    Phase phase = exchange.took(Phase.QUIC) ? Phase.QUIC : Phase.TLS;
    if (tls.isEmpty()
        || tls.get().resumed()
        || tls.get().handshakeBytesIn() <= 0
        || !exchange.took(phase)) {
      return;
    }
    sightings.looked();
    long bytes = tls.get().handshakeBytesIn();
    int extra = extraTrips(exchange, phase, tls.get());
    boolean certificates = tls.get().chainBytes() >= MOSTLY * bytes && bytes > SMALLEST_FLIGHT;
    if (bytes > FIRST_FLIGHT || (extra > 0 && certificates)) {
      sightings.add(sighting(exchange, phase, extra));
    }
  }

  /// Beyond those that the protocol needs; none where the server asked for another key share: then
  /// the extra one is that.
  private static int extraTrips(MeasuredExchange exchange, Phase phase, TlsFacts tls) {
    int needed = tls.version().filter("TLSv1.2"::equals).isPresent() ? 2 : 1;
    int retry = tls.helloRetryRequest() ? 1 : 0;
    return Math.max(0, exchange.trips(phase).orElse(needed) - needed - retry);
  }

  private static Sighting sighting(MeasuredExchange exchange, Phase phase, int extra) {
    TlsFacts tls = exchange.exchange().tls().orElseThrow();
    long saved = extra * exchange.floor();
    return Sighting.of(
        exchange.host(Layer.TLS),
        List.of(exchange),
        Saving.within(exchange.criticalNanos(phase), extra, saved, saved, saved),
        List.of(
            Fact.word("variant", extra > 0 ? "trips" : "bytes"),
            Fact.bytes("flight", tls.handshakeBytesIn()),
            Fact.bytes("chain", tls.chainBytes()),
            Fact.count("certificates", tls.chain().size()),
            Fact.count("extra", extra)));
  }
}
