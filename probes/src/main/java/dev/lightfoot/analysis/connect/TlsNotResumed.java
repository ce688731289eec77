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
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.connection.TlsFacts;
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A session of the run before was offered, and the server would not take it up.
public final class TlsNotResumed implements MeasuredRule {
  private static final int LEAST_RUNS = 2;

  @Override
  public Rule rule() {
    return Rule.TLS_NOT_RESUMED;
  }

  @Override
  public RuleAnswer judge(MeasuredSnapshot facts) {
    List<MeasuredRun> resumed = facts.runs(RunState.RESUMED);
    if (resumed.size() < LEAST_RUNS) {
      return RuleAnswer.notApplicable(
          resumed.isEmpty() ? Reason.Kind.NO_SUCH_RUN : Reason.Kind.TOO_FEW);
    }
    Map<String, List<MeasuredExchange>> offers = new LinkedHashMap<>();
    for (MeasuredRun run : resumed) {
      for (MeasuredExchange exchange : run.exchanges()) {
        if (shakesHands(exchange) && tls(exchange).offeredSession()) {
          offers.computeIfAbsent(exchange.host(), _ -> new ArrayList<>()).add(exchange);
        }
      }
    }
    Sightings sightings = new Sightings(rule(), facts);
    offers.values().forEach(of -> look(of, sightings));
    return sightings.answer(Reason.Kind.NOTHING_TO_LOOK_AT);
  }

  private static boolean shakesHands(MeasuredExchange exchange) {
    return exchange.exchange().tls().isPresent()
        && (exchange.took(Phase.TLS) || exchange.took(Phase.QUIC));
  }

  private static TlsFacts tls(MeasuredExchange exchange) {
    return exchange.exchange().tls().orElseThrow();
  }

  private static void look(List<MeasuredExchange> offers, Sightings sightings) {
    sightings.looked();
    List<MeasuredExchange> refused = offers.stream().filter(it -> !tls(it).resumed()).toList();
    long runs = refused.stream().map(it -> it.run().at()).distinct().count();
    if (runs >= LEAST_RUNS) {
      refused.forEach(it -> sightings.add(sighting(it, offers, refused.size())));
    }
  }

  private static Sighting sighting(
      MeasuredExchange exchange, List<MeasuredExchange> offers, int refused) {
    Phase phase = exchange.took(Phase.QUIC) ? Phase.QUIC : Phase.TLS;
    boolean old = tls(exchange).version().filter("TLSv1.2"::equals).isPresent();
    return Sighting.of(
        exchange.host(Layer.TLS),
        List.of(exchange),
        old ? oneTrip(exchange, phase) : cryptography(exchange, phase, offers),
        List.of(
            Fact.word("variant", refused == offers.size() ? "always" : "sometimes"),
            Fact.name("version", old ? "TLS 1.2" : "TLS 1.3"),
            Fact.share("refused", (double) refused / offers.size()),
            Fact.time("handshake", exchange.nanos(phase))));
  }

  private static Saving oneTrip(MeasuredExchange exchange, Phase phase) {
    long floor = exchange.floor();
    long critical = exchange.criticalNanos(phase);
    return Saving.within(critical, 1, floor, floor, critical - floor);
  }

  /// TLS 1.3 takes one trip either way: what a handshake that was resumed took less.
  private static Saving cryptography(
      MeasuredExchange exchange, Phase phase, List<MeasuredExchange> offers) {
    long[] taken =
        offers.stream()
            .filter(it -> tls(it).resumed())
            .mapToLong(it -> it.nanos(phase))
            .sorted()
            .toArray();
    long less = taken.length == 0 ? 0 : exchange.nanos(phase) - taken[(taken.length - 1) / 2];
    return Saving.within(exchange.criticalNanos(phase), 0, 0, less, less);
  }
}
