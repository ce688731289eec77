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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The same file is fetched twice.
public final class DuplicateRequest implements MeasuredRule {
  @Override
  public Rule rule() {
    return Rule.DUPLICATE_REQUEST;
  }

  @Override
  public RuleAnswer judge(MeasuredSnapshot facts) {
    if (facts.pages().isEmpty()) {
      return RuleAnswer.notApplicable(Reason.Kind.NO_PAGE);
    }
    Sightings sightings = new Sightings(rule(), facts);
    boolean taken = false;
    for (MeasuredRun run : facts.pages()) {
      for (List<MeasuredExchange> fetches : Fetches.of(run)) {
        if (Fetches.areHinted(fetches)) {
          taken = true;
        } else {
          sightings.looked();
          again(fetches).ifPresent(sightings::add);
        }
      }
    }
    return sightings.answer(taken ? Reason.Kind.TAKEN : Reason.Kind.NOTHING_TO_LOOK_AT);
  }

  private static Optional<Sighting> again(List<MeasuredExchange> fetches) {
    List<MeasuredExchange> again = new ArrayList<>();
    for (int i = 1; i < fetches.size(); i++) {
      MeasuredExchange before = fetches.get(i - 1);
      MeasuredExchange after = fetches.get(i);
      if (!Fetches.isPolling(before, after) && !Fetches.differInCredentials(before, after)) {
        again.add(after);
      }
    }
    return again.isEmpty() ? Optional.empty() : Optional.of(sighting(fetches.getFirst(), again));
  }

  private static Sighting sighting(MeasuredExchange first, List<MeasuredExchange> again) {
    long critical = again.stream().mapToLong(MeasuredExchange::criticalNanos).sum();
    int trips = again.stream().mapToInt(it -> Math.max(1, it.trips())).sum();
    long bytes = again.stream().mapToLong(it -> PageBytes.of(it.exchange())).sum();
    return Sighting.of(
        first.request(),
        again,
        Saving.within(critical, trips, trips * first.floor(), critical, critical),
        List.of(Fact.count("fetched", again.size() + 1L), Fact.bytes("again", bytes)));
  }
}
