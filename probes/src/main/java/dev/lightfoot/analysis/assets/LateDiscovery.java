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
import dev.lightfoot.analysis.page.PathStep;
import dev.lightfoot.model.page.PageEngine;
import dev.lightfoot.model.page.PageLoad;
import dev.lightfoot.model.page.ResourceType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The page waits for something that its document does not name: it is found only when a style
/// sheet or script has come that names it.
public final class LateDiscovery implements MeasuredRule {
  @Override
  public Rule rule() {
    return Rule.LATE_DISCOVERY;
  }

  @Override
  public RuleAnswer judge(MeasuredSnapshot facts) {
    if (facts.pages().isEmpty()) {
      return RuleAnswer.notApplicable(Reason.Kind.NO_PAGE);
    }
    Sightings sightings = new Sightings(rule(), facts);
    boolean known = false;
    for (MeasuredRun run : facts.pages()) {
      OptionalLong head = PageHead.nanos(run);
      if (head.isPresent() && saysWhy(run)) {
        known = true;
        run.path()
            .orElseThrow()
            .steps()
            .forEach(step -> look(run, step, head.getAsLong(), sightings));
      }
    }
    return sightings.answer(known ? Reason.Kind.NO_FLOOR : Reason.Kind.NOT_RECORDED);
  }

  private static boolean saysWhy(MeasuredRun run) {
    return run.exchanges().stream().anyMatch(it -> it.exchange().initiator().isPresent());
  }

  private static void look(MeasuredRun run, PathStep step, long head, Sightings sightings) {
    MeasuredExchange exchange = run.exchanges().get(step.exchange());
    long floor =
        exchange
            .floorNanos()
            .orElseGet(() -> run.document().map(MeasuredExchange::floor).orElse(0L));
    if (floor <= 0) {
      return;
    }
    sightings.looked();
    Optional<MeasuredExchange> by = Naming.by(exchange);
    long late = exchange.exchange().startNanos() - head;
    // what a cache had costs no trip, whoever named it
    boolean asked = exchange.isTransferred();
    if (by.isPresent() && asked && Naming.couldBeEarlier(exchange) && late >= floor) {
      sightings.add(sighting(exchange, by.get(), step, late));
    }
  }

  /// It could come while what names it comes, but is not needed before that.
  private static Sighting sighting(
      MeasuredExchange exchange, MeasuredExchange by, PathStep step, long late) {
    long saved = Math.min(step.durationNanos(), late);
    int depth = Naming.depth(exchange);
    Sighting sighting =
        Sighting.of(
            exchange.request(),
            List.of(exchange),
            Saving.within(saved, depth, exchange.floor(), Math.min(saved, step.gainNanos()), saved),
            List.of(
                Fact.word("variant", by.type().orElseThrow().label()),
                Fact.name("by", by.path()),
                Fact.count("depth", depth + 1L),
                Fact.time("late", late)));
    return isGuessed(exchange) ? sighting.assumed() : sighting;
  }

  /// Without laying the page out nobody knows whether its text needs a font.
  private static boolean isGuessed(MeasuredExchange exchange) {
    PageLoad load = exchange.run().run().page().orElseThrow();
    return load.engine() == PageEngine.BUILTIN
        && exchange.type().equals(Optional.of(ResourceType.FONT));
  }
}
