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
import dev.lightfoot.model.connection.TlsFacts;
import dev.lightfoot.model.span.Layer;
import java.util.List;

/// The certificate names a responder to be asked whether it was revoked, and the server does not
/// bring that answer along: a client that asks pays for a name, a connection and a request.
public final class OcspNotStapled implements MeasuredRule {
  private static final int TRIPS = 3;

  @Override
  public Rule rule() {
    return Rule.OCSP_NOT_STAPLED;
  }

  @Override
  public RuleAnswer judge(MeasuredSnapshot facts) {
    Sightings sightings = new Sightings(rule(), facts);
    facts.runs().forEach(run -> run.exchanges().forEach(it -> look(it, sightings)));
    return sightings.answer(Reason.Kind.NOTHING_TO_LOOK_AT);
  }

  private static void look(MeasuredExchange exchange, Sightings sightings) {
    boolean shakesHands = exchange.took(Phase.TLS) || exchange.took(Phase.QUIC);
    if (!shakesHands || exchange.exchange().tls().isEmpty()) {
      return;
    }
    TlsFacts tls = exchange.exchange().tls().get();
    if (tls.resumed() || tls.chain().isEmpty()) {
      return;
    }
    sightings.looked();
    List<String> responders = tls.chain().getFirst().ocspResponders();
    if (!responders.isEmpty() && tls.stapledOcsp().isEmpty()) {
      sightings.add(sighting(exchange, responders.getFirst()).atMost(Severity.LOW));
    }
  }

  /// Whether a client asks, and how far the responder is from it, cannot be seen: at most as if it
  /// were as far as the server.
  private static Sighting sighting(MeasuredExchange exchange, String responder) {
    long most = TRIPS * exchange.floor();
    return Sighting.of(
        exchange.host(Layer.TLS),
        List.of(exchange),
        Saving.within(most, 0, 0, 0, most),
        List.of(Fact.name("responder", responder), Fact.count("asking", TRIPS)));
  }
}
