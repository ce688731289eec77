package dev.lightfoot.analysis.pricing;

import dev.lightfoot.analysis.change.parse.ChangeFault.Refused;
import dev.lightfoot.analysis.change.parse.Changes;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Findings;
import dev.lightfoot.analysis.finding.Principle;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.analysis.whatif.Gain;
import dev.lightfoot.analysis.whatif.Gains;
import dev.lightfoot.analysis.whatif.Replays;
import dev.lightfoot.model.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Prices findings: each saves what what-if predicts of the change that it is about. Where what-if
/// has no such change, refuses it, or would change more than the finding is about, the estimate of
/// the rule stays, and says so ([Saving#from()]).
public final class Pricing {
  /// Exchanges and records of servers that are replayed in all: those findings come first that save
  /// most by what their rules estimate.
  private static final long MOST_REPLAYED = 400_000;

  /// How often the runs are replayed for one finding at most: changed, and with each of three
  /// things that are not known at both ends of its range. No finding's change leaves more of them
  /// open.
  private static final long MOST_REPLAYS_EACH = 7;

  private final Snapshot snapshot;
  private final Replays replays;
  private final FindingNames names;
  private final Extent extent;
  private long left = MOST_REPLAYED;

  private Pricing(Snapshot snapshot, Findings judged) throws Refused {
    this.snapshot = snapshot;
    this.replays = Replays.of(snapshot);
    this.names = new FindingNames(snapshot, judged.list());
    this.extent = Extent.of(replays);
  }

  /// The same findings with what they save.
  ///
  /// @param judged what the rules say of the snapshot
  public static Findings of(Findings judged, Snapshot snapshot) {
    boolean asked = judged.list().stream().anyMatch(each -> isAsked(each, snapshot));
    try {
      if (!asked || MOST_REPLAYS_EACH * Replays.size(snapshot) > MOST_REPLAYED) {
        return judged;
      }
      return new Findings(
          new Pricing(snapshot, judged).priced(judged.list()),
          judged.inOrder(),
          judged.notApplicable());
    } catch (Refused _) {
      return judged; // no run came to its end
    }
  }

  private static boolean isAsked(Finding finding, Snapshot snapshot) {
    return finding.saving().filter(saving -> saving.highNanos() > 0).isPresent()
        && !FindingChange.of(finding, snapshot).isEmpty();
  }

  private List<Finding> priced(List<Finding> judged) {
    List<Finding> dearest = new ArrayList<>(judged);
    dearest.sort(Comparator.comparingLong(Pricing::estimated).reversed());
    List<Finding> priced = new ArrayList<>();
    for (Finding finding : dearest) {
      boolean may = MOST_REPLAYS_EACH * replays.size() <= left;
      Optional<Gain> gain = may && isAsked(finding, snapshot) ? gain(finding) : Optional.empty();
      priced.add(gain.map(it -> finding.saves(saving(finding, it), it.ofNanos())).orElse(finding));
    }
    return priced;
  }

  private static long estimated(Finding finding) {
    return finding.saving().map(Saving::nanos).orElse(0L);
  }

  private Optional<Gain> gain(Finding finding) {
    try {
      Changes changes = Changes.of(FindingChange.of(finding, snapshot), names);
      Extent.Judged about = extent.of(finding, snapshot, names);
      if (!about.fits()) {
        return Optional.empty();
      }
      left -= replays.size();
      Gain gain = Gains.of(replays, changes.within(about::holds));
      left -= (gain.replays() - 1L) * replays.size();
      return Optional.of(gain);
    } catch (Refused _) {
      return Optional.empty();
    }
  }

  /// What takes place at the same time is not made any less: how many trips follow one another no
  /// more, and that it may bring less than a replay knows of (loss hits one connection harder than
  /// six), the rule says.
  private static Saving saving(Finding finding, Gain gain) {
    Saving rule = finding.saving().orElse(Saving.NONE);
    boolean overlaps = finding.rule().principle().equals(Optional.of(Principle.OVERLAP));
    long likely = Math.max(0, gain.nanos());
    long low = Math.clamp(gain.lowNanos(), 0, likely);
    return new Saving(
        overlaps ? rule.trips() : gain.trips(),
        overlaps ? Math.min(rule.lowNanos(), low) : low,
        likely,
        Math.max(likely, gain.highNanos()),
        Saving.From.REPLAY);
  }
}
