package dev.lightfoot.analysis.stream;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Severity;
import dev.lightfoot.analysis.measured.Content;
import dev.lightfoot.analysis.measured.MeasuredExchange;
import dev.lightfoot.analysis.measured.MeasuredRule;
import dev.lightfoot.analysis.measured.MeasuredRun;
import dev.lightfoot.analysis.measured.MeasuredSnapshot;
import dev.lightfoot.analysis.measured.Sighting;
import dev.lightfoot.analysis.measured.Sightings;
import dev.lightfoot.model.Chunk;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.ResponseFacts;
import java.util.List;

/// The answer began well and then broke off: its status says that all is well, and it is not.
public final class CutMidway implements MeasuredRule {
  private static final int OK = 200;
  private static final int REDIRECTION = 300;

  @Override
  public Rule rule() {
    return Rule.CUT_MIDWAY;
  }

  @Override
  public RuleAnswer judge(MeasuredSnapshot facts) {
    Sightings sightings = new Sightings(rule(), facts);
    for (MeasuredRun run : facts.all()) {
      if (!run.run().interrupted()) {
        run.exchanges().forEach(it -> look(it, sightings));
      }
    }
    return sightings.answer(Reason.Kind.NOTHING_TO_LOOK_AT);
  }

  private static void look(MeasuredExchange exchange, Sightings sightings) {
    boolean well = exchange.status() >= OK && exchange.status() < REDIRECTION;
    if (well && exchange.response().isPresent()) {
      sightings.looked();
      exchange
          .response()
          .flatMap(ResponseFacts::cut)
          .filter(cut -> isTheServers(cut, exchange))
          .ifPresent(cut -> sightings.add(sighting(exchange, cut)));
    }
  }

  /// Not where we ourselves had enough, nor where a recording ended before the answer did: a stream
  /// of events never ends.
  private static boolean isTheServers(String cut, MeasuredExchange exchange) {
    return switch (cut) {
      case ResponseFacts.Cut.CLOSED_EARLY, ResponseFacts.Cut.UNDECODABLE -> true;
      case ResponseFacts.Cut.TIMEOUT -> exchange.isOwn() && !isStream(exchange);
      default -> false;
    };
  }

  private static boolean isStream(MeasuredExchange exchange) {
    return Content.mediaType(exchange).equals("text/event-stream");
  }

  private static Sighting sighting(MeasuredExchange exchange, String cut) {
    List<Chunk> chunks = exchange.exchange().chunks();
    long last = chunks.isEmpty() ? exchange.end(Phase.WAIT).orElse(0) : chunks.getLast().atNanos();
    return Sighting.risk(
        exchange.request(),
        exchange,
        Severity.HIGH,
        List.of(
            Fact.word("variant", cut),
            Fact.count("status", exchange.status()),
            Fact.bytes("came", exchange.response().orElseThrow().bodyBytes()),
            Fact.time("last", last - exchange.exchange().startNanos())));
  }
}
