package dev.lightfoot.analysis.sent;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.analysis.measured.CacheControl;
import dev.lightfoot.analysis.measured.Content;
import dev.lightfoot.analysis.measured.MeasuredExchange;
import dev.lightfoot.analysis.measured.MeasuredRule;
import dev.lightfoot.analysis.measured.MeasuredSnapshot;
import dev.lightfoot.analysis.measured.Sighting;
import dev.lightfoot.analysis.measured.Sightings;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.ResponseFacts;
import java.util.List;
import java.util.OptionalInt;

/// Text is sent as it is, where a content coding would take less than a third.
public final class NotCompressed implements MeasuredRule {
  private static final int OK = 200;
  private static final long SMALLEST = 1_400;
  private static final long LARGE = 14_600;
  private static final double LESS = 0.7;

  @Override
  public Rule rule() {
    return Rule.NOT_COMPRESSED;
  }

  @Override
  public RuleAnswer judge(MeasuredSnapshot facts) {
    Sightings sightings = new Sightings(rule(), facts);
    facts.runs().forEach(run -> run.exchanges().forEach(it -> look(it, sightings)));
    return sightings.answer(Reason.Kind.NOTHING_TO_LOOK_AT);
  }

  private static void look(MeasuredExchange exchange, Sightings sightings) {
    if (!isText(exchange)) {
      return;
    }
    sightings.looked();
    ResponseFacts response = exchange.response().orElseThrow();
    long bytes = response.bodyBytes();
    int rounds = Rounds.savedByCompressing(bytes);
    boolean plain =
        !Content.isCompressed(response) && !CacheControl.of(response).has("no-transform");
    if (plain && bytes > SMALLEST && (rounds >= 1 || bytes >= LARGE)) {
      sightings.add(sighting(exchange, bytes, rounds));
    }
  }

  private static boolean isText(MeasuredExchange exchange) {
    return exchange.status() == OK
        && exchange.isTransferred()
        && exchange.response().filter(it -> it.cut().isEmpty()).isPresent()
        && Content.isText(exchange)
        && !Content.mediaType(exchange).equals("text/event-stream");
  }

  private static Sighting sighting(MeasuredExchange exchange, long bytes, int rounds) {
    long receiving = exchange.criticalNanos(Phase.RECEIVE);
    long low = trips(exchange, rounds) * exchange.floor();
    return Sighting.of(
        exchange.request(),
        List.of(exchange),
        Saving.within(
            receiving,
            trips(exchange, rounds),
            low,
            Math.max(low, (long) (LESS * receiving)),
            receiving),
        List.of(
            Fact.name("type", Content.mediaType(exchange)),
            Fact.bytes("body", bytes),
            Fact.bytes("compressed", (long) ((1 - LESS) * bytes))));
  }

  /// Where the rounds of the body were seen, no more than those.
  private static int trips(MeasuredExchange exchange, int rounds) {
    OptionalInt seen = exchange.bodyRounds();
    return seen.isPresent() ? Math.min(seen.getAsInt(), rounds) : rounds;
  }
}
