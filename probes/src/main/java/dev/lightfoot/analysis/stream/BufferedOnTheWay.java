package dev.lightfoot.analysis.stream;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.analysis.measured.Content;
import dev.lightfoot.analysis.measured.MeasuredExchange;
import dev.lightfoot.analysis.measured.MeasuredRule;
import dev.lightfoot.analysis.measured.MeasuredRun;
import dev.lightfoot.analysis.measured.MeasuredSnapshot;
import dev.lightfoot.analysis.measured.Sighting;
import dev.lightfoot.analysis.measured.Sightings;
import dev.lightfoot.model.Phase;
import java.util.List;

/// The application streams its answer, and something between it and the client holds it back.
public final class BufferedOnTheWay implements MeasuredRule {
  private static final long LEAST_NANOS = 50_000_000;
  private static final double LEAST_SHARE = 0.5;
  private static final long LEAST_BODY = 1_400;

  /// A coding keeps so much back until its block is full.
  private static final long BLOCK = 8_192;

  @Override
  public Rule rule() {
    return Rule.BUFFERED_ON_THE_WAY;
  }

  @Override
  public RuleAnswer judge(MeasuredSnapshot facts) {
    Sightings sightings = new Sightings(rule(), facts);
    boolean joined = false;
    for (MeasuredRun run : facts.runs()) {
      for (Served served : Served.of(run)) {
        joined = true;
        if (isLarge(served.exchange())) {
          served.firstByte().ifPresent(first -> look(served.exchange(), first, sightings));
        }
      }
    }
    return sightings.answer(joined ? Reason.Kind.NOT_RECORDED : Reason.Kind.NOT_JOINED);
  }

  private static boolean isLarge(MeasuredExchange exchange) {
    return exchange
        .response()
        .filter(it -> it.bodyBytes() >= LEAST_BODY)
        .filter(it -> !Content.isCompressed(it) || it.bodyBytes() >= BLOCK)
        .isPresent();
  }

  private static void look(MeasuredExchange exchange, Served.FirstByte first, Sightings sightings) {
    sightings.looked();
    long floor = exchange.floor();
    long held = exchange.end(Phase.WAIT).orElse(0) - floor - first.atNanos();
    long left = first.endNanos() - first.atNanos();
    boolean sure = held > first.whiskerNanos();
    if (sure && left > 0 && held >= LEAST_NANOS && held >= LEAST_SHARE * left) {
      sightings.add(
          Sighting.of(
              exchange.request(),
              List.of(exchange),
              Saving.within(exchange.criticalNanos(Phase.WAIT), 0, held / 2, held, held),
              List.of(
                  Fact.time("held", held),
                  Fact.time("left", left),
                  Fact.time("wait", exchange.nanos(Phase.WAIT)))));
    }
  }
}
