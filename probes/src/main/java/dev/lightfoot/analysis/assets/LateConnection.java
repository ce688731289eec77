package dev.lightfoot.analysis.assets;

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
import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.model.span.Layer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// The first request to another host makes its connection when it needs it, though the document
/// could have said long before that it will.
public final class LateConnection implements MeasuredRule {
  @Override
  public Rule rule() {
    return Rule.LATE_CONNECTION;
  }

  @Override
  public RuleAnswer judge(MeasuredSnapshot facts) {
    if (facts.pages().isEmpty()) {
      return RuleAnswer.notApplicable(Reason.Kind.NO_PAGE);
    }
    Sightings sightings = new Sightings(rule(), facts);
    for (MeasuredRun run : facts.pages()) {
      firstToOthers(run).stream()
          .filter(it -> it.floorNanos().isPresent())
          .findFirst()
          .ifPresent(_ -> sightings.looked());
      late(run).forEach(it -> sightings.add(sighting(it)));
    }
    return sightings.answer(Reason.Kind.NOTHING_TO_LOOK_AT);
  }

  /// Requests of that run that made their connection late.
  static List<MeasuredExchange> late(MeasuredRun run) {
    OptionalLong head = PageHead.nanos(run);
    return head.isEmpty()
        ? List.of()
        : firstToOthers(run).stream().filter(it -> isLate(it, head.getAsLong())).toList();
  }

  private static List<MeasuredExchange> firstToOthers(MeasuredRun run) {
    if (run.document().isEmpty()) {
      return List.of();
    }
    Set<String> hosts = new HashSet<>(Set.of(run.document().get().host()));
    return run.exchanges().stream()
        .filter(it -> it.isTransferred())
        .filter(it -> hosts.add(it.host()))
        .toList();
  }

  private static boolean isLate(MeasuredExchange exchange, long head) {
    long connecting = exchange.connectingNanos();
    return exchange.floorNanos().isPresent()
        && exchange.connects()
        && exchange.isCritical()
        && connecting >= exchange.floor()
        && exchange.connectingStart().orElse(0) - head >= connecting;
  }

  private static Sighting sighting(MeasuredExchange exchange) {
    long slack =
        exchange.connectingStart().orElseThrow() - PageHead.nanos(exchange.run()).orElseThrow();
    long critical = Math.min(slack, exchange.criticalConnectingNanos());
    boolean font = exchange.type().equals(Optional.of(ResourceType.FONT));
    return Sighting.of(
        exchange.host(Layer.TCP),
        List.of(exchange),
        Saving.within(critical, exchange.connectingTrips(), exchange.floor(), critical, critical),
        List.of(
            Fact.word("variant", font ? "font" : "file"),
            Fact.name("file", exchange.path()),
            Fact.time("connecting", exchange.connectingNanos()),
            Fact.time("slack", slack)));
  }
}
