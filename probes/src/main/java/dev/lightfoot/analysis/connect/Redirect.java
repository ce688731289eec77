package dev.lightfoot.analysis.connect;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.analysis.finding.Severity;
import dev.lightfoot.analysis.measured.MeasuredExchange;
import dev.lightfoot.analysis.measured.MeasuredRule;
import dev.lightfoot.analysis.measured.MeasuredRun;
import dev.lightfoot.analysis.measured.MeasuredSnapshot;
import dev.lightfoot.analysis.measured.Sighting;
import dev.lightfoot.analysis.measured.Sightings;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.Phase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An answer that only says to ask elsewhere.
public final class Redirect implements MeasuredRule {
  private static final Set<Integer> STATUS = Set.of(301, 302, 303, 307, 308);
  private static final List<Phase> CONNECTING =
      List.of(Phase.TCP, Phase.PROXY, Phase.TLS, Phase.QUIC);

  @Override
  public Rule rule() {
    return Rule.REDIRECT;
  }

  @Override
  public RuleAnswer judge(MeasuredSnapshot facts) {
    Sightings sightings = new Sightings(rule(), facts);
    facts.runs().forEach(run -> look(run, sightings));
    return sightings.answer(Reason.Kind.NOTHING_TO_LOOK_AT);
  }

  private static void look(MeasuredRun run, Sightings sightings) {
    Map<String, MeasuredExchange> hops = new HashMap<>();
    for (MeasuredExchange exchange : run.exchanges()) {
      if (exchange.status() > 0) {
        sightings.looked();
      }
      exchange
          .exchange()
          .redirectedFrom()
          .flatMap(url -> Optional.ofNullable(hops.remove(url)))
          .ifPresent(hop -> sightings.add(sighting(hop, exchange)));
      if (redirects(exchange)) {
        hops.put(exchange.exchange().url(), exchange);
      }
    }
  }

  /// One that a browser answers itself, because it knows that the host wants TLS, takes no trip.
  private static boolean redirects(MeasuredExchange exchange) {
    String method = exchange.exchange().method();
    return STATUS.contains(exchange.status())
        && (method.equals("GET") || method.equals("HEAD"))
        && exchange.isTransferred()
        && exchange.header("non-authoritative-reason").isEmpty()
        && exchange.nanos(Phase.WAIT) > 0;
  }

  private static Sighting sighting(MeasuredExchange hop, MeasuredExchange next) {
    List<Phase> paid = paidAnyway(hop, next);
    int trips = hop.trips() - paid.stream().mapToInt(hop::leastTrips).sum();
    long nanos = hop.criticalNanos() - paid.stream().mapToLong(hop::criticalNanos).sum();
    String target = next.origin() + next.path();
    Sighting sighting =
        Sighting.of(
            hop.request(target),
            List.of(hop),
            Saving.within(nanos, trips, trips * hop.floor(), nanos, nanos),
            List.of(
                Fact.word("variant", variant(hop, next)),
                Fact.count("status", hop.status()),
                Fact.name("target", target),
                Fact.time("hop", hop.exchange().durationNanos())));
    return signsIn(hop, next) ? sighting.atMost(Severity.LOW) : sighting;
  }

  /// What the next request would have to do if it were the first.
  private static List<Phase> paidAnyway(MeasuredExchange hop, MeasuredExchange next) {
    List<Phase> paid = new ArrayList<>();
    if (!next.connects()) {
      paid.addAll(CONNECTING);
    }
    if (!next.took(Phase.DNS) && (hostName(hop).equals(hostName(next)) || !next.connects())) {
      paid.add(Phase.DNS);
    }
    return paid;
  }

  private static String hostName(MeasuredExchange exchange) {
    return exchange.host().replaceFirst(":[0-9]+$", "");
  }

  private static String variant(MeasuredExchange hop, MeasuredExchange next) {
    boolean sameHost = hostName(hop).equals(hostName(next));
    if (sameHost && hop.origin().startsWith("http:") && next.origin().startsWith("https:")) {
      return "secure";
    }
    if (!sameHost) {
      return "host";
    }
    return next.path().equals(hop.path() + "/") ? "slash" : "path";
  }

  /// Whether the next request brings a cookie that this answer set.
  private static boolean signsIn(MeasuredExchange hop, MeasuredExchange next) {
    List<String> sent =
        next.exchange().request().headers().stream()
            .filter(line -> line.named("cookie"))
            .map(Header::value)
            .toList();
    return hop.response().stream()
        .flatMap(response -> response.headers().stream())
        .filter(line -> line.named("set-cookie"))
        .map(line -> line.value().split("=", 2)[0].strip() + "=")
        .anyMatch(name -> sent.stream().anyMatch(value -> value.contains(name)));
  }
}
