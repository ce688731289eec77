package dev.lightfoot.analysis.sent;

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
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The head of the request does not fit one packet: on a slow way up it takes time to send.
public final class RequestHeadLarge implements MeasuredRule {
  private static final long PACKET = 1_400;
  private static final long FIRST_FLIGHT = 14_600;

  /// Nanoseconds for a byte at 1 Mbit/s: the way up of a slow phone.
  private static final long SLOW_NANOS = 8_000;

  @Override
  public Rule rule() {
    return Rule.REQUEST_HEAD_LARGE;
  }

  @Override
  public RuleAnswer judge(MeasuredSnapshot facts) {
    Sightings sightings = new Sightings(rule(), facts);
    for (MeasuredRun run : facts.runs()) {
      Map<String, List<MeasuredExchange>> byHost = new LinkedHashMap<>();
      for (MeasuredExchange exchange : run.exchanges()) {
        long bytes = exchange.exchange().request().headerBytes();
        if (bytes > 0) {
          sightings.looked();
        }
        if (bytes > PACKET) {
          byHost.computeIfAbsent(exchange.host(), _ -> new ArrayList<>()).add(exchange);
        }
      }
      byHost.values().forEach(large -> sightings.add(sighting(large)));
    }
    return sightings.answer(Reason.Kind.NOT_RECORDED);
  }

  private static Sighting sighting(List<MeasuredExchange> large) {
    List<MeasuredExchange> largestFirst =
        large.stream().sorted(Comparator.comparingLong(it -> -bytes(it))).toList();
    MeasuredExchange largest = largestFirst.getFirst();
    long most = large.stream().mapToLong(it -> (bytes(it) - PACKET) * SLOW_NANOS).max().orElse(0);
    int trips = (int) large.stream().filter(it -> bytes(it) > FIRST_FLIGHT).count();
    return Sighting.of(
        largest.host(Layer.REQUEST),
        largestFirst,
        Saving.within(most, trips, 0, 0, most),
        List.of(
            Fact.word("variant", isMostlyCookies(largest) ? "cookies" : "other"),
            Fact.bytes("head", bytes(largest)),
            Fact.bytes("cookies", largest.exchange().request().cookieBytes())));
  }

  private static boolean isMostlyCookies(MeasuredExchange exchange) {
    return 2 * exchange.exchange().request().cookieBytes() >= bytes(exchange);
  }

  private static long bytes(MeasuredExchange exchange) {
    return exchange.exchange().request().headerBytes();
  }
}
