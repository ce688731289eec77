package dev.lightfoot.analysis.connect;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.analysis.ledger.Floors;
import dev.lightfoot.analysis.measured.MeasuredExchange;
import dev.lightfoot.analysis.measured.MeasuredRule;
import dev.lightfoot.analysis.measured.MeasuredRun;
import dev.lightfoot.analysis.measured.MeasuredSnapshot;
import dev.lightfoot.analysis.measured.Sighting;
import dev.lightfoot.analysis.measured.Sightings;
import dev.lightfoot.analysis.page.PathCause;
import dev.lightfoot.analysis.page.PathStep;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;

/// Browsers make six connections to a server that speaks HTTP/1.x, each for one request at a time:
/// the seventh request waits.
public final class OldProtocol implements MeasuredRule {
  private static final int CONNECTIONS = 6;

  @Override
  public Rule rule() {
    return Rule.OLD_PROTOCOL;
  }

  @Override
  public RuleAnswer judge(MeasuredSnapshot facts) {
    if (facts.pages().isEmpty()) {
      return RuleAnswer.notApplicable(Reason.Kind.NO_PAGE);
    }
    Sightings sightings = new Sightings(rule(), facts);
    boolean known = false;
    for (MeasuredRun run : facts.pages()) {
      Map<String, List<MeasuredExchange>> origins = new LinkedHashMap<>();
      for (MeasuredExchange exchange : run.exchanges()) {
        if (exchange.isTransferred() && exchange.exchange().protocol().isPresent()) {
          known = true;
          origins.computeIfAbsent(exchange.origin(), _ -> new ArrayList<>()).add(exchange);
        }
      }
      origins.values().forEach(all -> look(run, all, sightings));
    }
    return sightings.answer(known ? Reason.Kind.NO_FLOOR : Reason.Kind.NOT_RECORDED);
  }

  private static void look(MeasuredRun run, List<MeasuredExchange> all, Sightings sightings) {
    List<MeasuredExchange> old = all.stream().filter(OldProtocol::isOld).toList();
    long floor = old.stream().mapToLong(MeasuredExchange::floor).max().orElse(0);
    if (old.size() <= CONNECTIONS) {
      sightings.looked();
      return;
    }
    if (floor == 0) {
      return;
    }
    sightings.looked();
    List<MeasuredExchange> queued = queued(old);
    long blocked = queued.stream().mapToLong(it -> it.nanos(Phase.BLOCKED)).sum();
    if (!queued.isEmpty() && blocked >= floor && !isPlainHere(old.getFirst())) {
      sightings.add(sighting(run, queued, old.size(), blocked));
    }
  }

  private static boolean isOld(MeasuredExchange exchange) {
    return exchange.exchange().protocol().filter(name -> name.startsWith("http/1")).isPresent();
  }

  private static boolean isPlainHere(MeasuredExchange exchange) {
    boolean here =
        exchange
            .exchange()
            .connection()
            .flatMap(Connection::triedAddress)
            .filter(Floors::isHere)
            .isPresent();
    return exchange.origin().startsWith("http:")
        && (here || Floors.isHere(exchange.host()) || exchange.host().startsWith("localhost"));
  }

  /// Those that were asked for while six others were under way.
  private static List<MeasuredExchange> queued(List<MeasuredExchange> old) {
    PriorityQueue<Long> ends = new PriorityQueue<>();
    List<MeasuredExchange> queued = new ArrayList<>();
    List<MeasuredExchange> inOrder =
        old.stream()
            .sorted((a, b) -> Long.compare(a.exchange().startNanos(), b.exchange().startNanos()))
            .toList();
    for (MeasuredExchange exchange : inOrder) {
      while (!ends.isEmpty() && ends.peek() <= exchange.exchange().startNanos()) {
        ends.poll();
      }
      if (ends.size() >= CONNECTIONS && exchange.nanos(Phase.BLOCKED) > 0) {
        queued.add(exchange);
      }
      ends.add(exchange.exchange().endNanos());
    }
    return queued;
  }

  private static Sighting sighting(
      MeasuredRun run, List<MeasuredExchange> queued, int requests, long blocked) {
    Set<Integer> ids = queued.stream().map(MeasuredExchange::at).collect(Collectors.toSet());
    List<PathStep> rounds =
        run.path().orElseThrow().steps().stream()
            .filter(step -> step.cause() == PathCause.CONNECTION_BUSY)
            .filter(step -> ids.contains(step.exchange()))
            .toList();
    long waited =
        rounds.stream()
            .mapToLong(
                it -> it.fromNanos() - run.exchanges().get(it.exchange()).exchange().startNanos())
            .filter(nanos -> nanos > 0)
            .sum();
    return Sighting.of(
        queued.getFirst().host(Layer.REQUEST),
        queued,
        Saving.within(run.wholeNanos(), rounds.size(), 0, waited / 2, waited),
        List.of(Fact.count("requests", requests), Fact.time("queued", blocked)));
  }
}
