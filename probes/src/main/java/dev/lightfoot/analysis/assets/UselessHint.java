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
import dev.lightfoot.analysis.page.PageBytes;
import java.util.List;

/// A file is asked for ahead, and then fetched again where it is used: the hint did not fit the
/// use.
public final class UselessHint implements MeasuredRule {
  @Override
  public Rule rule() {
    return Rule.USELESS_HINT;
  }

  @Override
  public RuleAnswer judge(MeasuredSnapshot facts) {
    if (facts.pages().isEmpty()) {
      return RuleAnswer.notApplicable(Reason.Kind.NO_PAGE);
    }
    Sightings sightings = new Sightings(rule(), facts);
    for (MeasuredRun run : facts.pages()) {
      if (run.exchanges().stream().anyMatch(it -> it.exchange().initiator().isPresent())) {
        sightings.looked();
      }
      Fetches.of(run).stream()
          .filter(Fetches::areHinted)
          .forEach(fetches -> sightings.add(sighting(fetches)));
    }
    return sightings.answer(Reason.Kind.NOT_RECORDED);
  }

  private static Sighting sighting(List<MeasuredExchange> fetches) {
    MeasuredExchange again = fetches.get(1);
    long critical = again.criticalNanos();
    return Sighting.of(
        again.request(),
        List.of(again),
        Saving.within(critical, 1, again.floor(), critical, critical),
        List.of(Fact.bytes("again", PageBytes.of(again.exchange()))));
  }
}
