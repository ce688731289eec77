package dev.lightfoot.analysis.sent;

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
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Files that are the same for everyone may not be kept, so that each visit asks for them again.
public final class NotKept implements MeasuredRule {
  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;

  /// So few bytes in return for a query count visits.
  private static final long BEACON = 200;

  @Override
  public Rule rule() {
    return Rule.NOT_KEPT;
  }

  @Override
  public RuleAnswer judge(MeasuredSnapshot facts) {
    if (facts.pages().isEmpty()) {
      return RuleAnswer.notApplicable(Reason.Kind.NO_PAGE);
    }
    Set<String> askedAgain = new HashSet<>();
    for (MeasuredRun run : facts.runs(RunState.WARM)) {
      run.exchanges().stream()
          .filter(it -> it.isTransferred())
          .forEach(it -> askedAgain.add(it.exchange().url()));
    }
    Sightings sightings = new Sightings(rule(), facts);
    for (MeasuredRun run : facts.pages()) {
      Map<String, List<MeasuredExchange>> byHost = new LinkedHashMap<>();
      for (MeasuredExchange exchange : run.exchanges()) {
        if (isFile(exchange)) {
          sightings.looked();
          if (!Lifetime.of(exchange).isKept()) {
            byHost.computeIfAbsent(exchange.host(), _ -> new ArrayList<>()).add(exchange);
          }
        }
      }
      byHost.values().forEach(files -> sightings.add(sighting(files, askedAgain)));
    }
    return sightings.answer(Reason.Kind.NOTHING_TO_LOOK_AT);
  }

  private static boolean isFile(MeasuredExchange exchange) {
    boolean answered = exchange.status() == OK || exchange.status() == NOT_MODIFIED;
    return answered
        && exchange.exchange().method().equals("GET")
        && exchange.isTransferred()
        && exchange.response().filter(it -> !it.headers().isEmpty()).isPresent()
        && Content.isFile(exchange)
        && !isWorker(exchange)
        && !isAnswer(exchange);
  }

  private static boolean isWorker(MeasuredExchange exchange) {
    return exchange.exchange().request().headers().stream()
        .anyMatch(line -> line.named("service-worker"));
  }

  /// Another site's script or image that is asked something and may not be kept is an answer, or
  /// counts visits.
  private static boolean isAnswer(MeasuredExchange exchange) {
    boolean beacon = exchange.response().orElseThrow().bodyBytes() <= BEACON;
    boolean others =
        exchange.run().document().filter(it -> it.host().equals(exchange.host())).isEmpty();
    return exchange.exchange().url().indexOf('?') >= 0
        && ((beacon && exchange.status() == OK)
            || (others && Lifetime.of(exchange) == Lifetime.FORBIDDEN));
  }

  /// Measured where a later visit of ours did ask for all of them; else assumed.
  private static Sighting sighting(List<MeasuredExchange> files, Set<String> askedAgain) {
    List<MeasuredExchange> critical = files.stream().filter(MeasuredExchange::isCritical).toList();
    long most = critical.stream().mapToLong(MeasuredExchange::criticalNanos).sum();
    long trips = critical.stream().mapToLong(MeasuredExchange::floor).sum();
    boolean seen = files.stream().allMatch(it -> askedAgain.contains(it.exchange().url()));
    Sighting sighting =
        Sighting.of(
            files.getFirst().host(Layer.REQUEST),
            files,
            Saving.within(most, files.size(), seen ? trips : 0, trips, most),
            List.of(
                Fact.name("file", files.getFirst().path()),
                Fact.word("variant", Lifetime.of(files.getFirst()).label())));
    return seen ? sighting : sighting.assumed();
  }
}
