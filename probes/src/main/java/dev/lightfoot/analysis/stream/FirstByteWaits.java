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
import dev.lightfoot.analysis.stack.StackBar;
import dev.lightfoot.analysis.stack.StackRow;
import dev.lightfoot.model.Chunk;
import dev.lightfoot.model.Phase;
import java.util.List;
import java.util.Set;

/// The response is built in one piece: its first byte leaves after the last call, though the head
/// of the page was known before the first.
public final class FirstByteWaits implements MeasuredRule {
  private static final int OK = 200;
  private static final long LEAST_SERVER = 100_000_000;
  private static final long LEAST_BODY = 1_400;
  private static final double END = 0.85;
  private static final double LATE = 0.9;

  /// Writing what is there takes a while, too.
  private static final long WRITING = 5_000_000;

  /// What the head of a page takes to make.
  private static final long HEAD = 10_000_000;

  private static final Set<String> TYPES =
      Set.of("text/html", "application/xhtml+xml", "text/csv", "application/x-ndjson");

  @Override
  public Rule rule() {
    return Rule.FIRST_BYTE_WAITS;
  }

  @Override
  public RuleAnswer judge(MeasuredSnapshot facts) {
    Sightings sightings = new Sightings(rule(), facts);
    boolean joined = false;
    boolean unsure = false;
    for (MeasuredRun run : facts.runs()) {
      for (Served served : Served.of(run)) {
        joined = true;
        if (isDocument(served.exchange()) && served.app().isPresent()) {
          unsure |= !look(served, served.app().get(), sightings);
        }
      }
    }
    Reason.Kind otherwise = unsure ? Reason.Kind.CLOCKS : Reason.Kind.NOTHING_TO_LOOK_AT;
    return sightings.answer(joined ? otherwise : Reason.Kind.NOT_JOINED);
  }

  private static boolean isDocument(MeasuredExchange exchange) {
    return exchange.status() == OK
        && exchange.response().filter(it -> it.bodyBytes() >= LEAST_BODY).isPresent()
        && TYPES.contains(Content.mediaType(exchange));
  }

  /// Whether the clocks allow to tell.
  private static boolean look(Served served, StackRow app, Sightings sightings) {
    long took = app.wallNanos();
    if (app.whiskerNanos() > (1 - LATE) * took) {
      return false;
    }
    sightings.looked();
    List<StackBar> calls = served.calls();
    if (took < LEAST_SERVER || calls.size() < 2 || !comesAtOnce(served.exchange())) {
      return true;
    }
    long start = app.startNanos().orElseThrow();
    long last = calls.stream().mapToLong(StackBar::endNanos).max().orElse(0);
    long left = served.exchange().end(Phase.WAIT).orElse(0) - served.exchange().floor() / 2;
    if (last - start >= END * took && left - start >= LATE * took) {
      sightings.add(sighting(served, took, left).assumed());
    }
    return true;
  }

  private static boolean comesAtOnce(MeasuredExchange exchange) {
    List<Chunk> chunks = exchange.exchange().chunks();
    long first = exchange.end(Phase.WAIT).orElse(0);
    long receiving =
        chunks.isEmpty() ? exchange.nanos(Phase.RECEIVE) : chunks.getLast().atNanos() - first;
    return receiving <= Math.max(exchange.floor(), WRITING);
  }

  /// The same last byte; what a browser does with the head could begin so much earlier.
  private static Sighting sighting(Served served, long took, long left) {
    List<StackBar> calls = served.calls();
    long first = calls.stream().mapToLong(StackBar::endNanos).min().orElse(left);
    long sum = calls.stream().mapToLong(StackBar::durationNanos).sum();
    MeasuredExchange exchange = served.exchange();
    return Sighting.of(
        exchange.request(),
        List.of(exchange),
        Saving.within(
            exchange.criticalNanos(Phase.WAIT), 0, sum / 2, left - first - HEAD, took - HEAD),
        List.of(
            Fact.count("calls", calls.size()),
            Fact.time("server", took),
            Fact.time("wait", exchange.nanos(Phase.WAIT))));
  }
}
