package dev.lightfoot.report.layout.compare;

import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.analysis.compare.Shift;
import dev.lightfoot.analysis.compare.match.RunPairs;
import dev.lightfoot.analysis.compare.match.RunValue;
import dev.lightfoot.analysis.distance.Distances;
import dev.lightfoot.analysis.summary.StateSummary;
import dev.lightfoot.analysis.summary.Summary;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.layout.TimeWindow;
import dev.lightfoot.report.layout.page.PageWaterfall;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The run of each side that stands for all of its, on one axis.
///
/// @param runA its number in A, from 0
/// @param runB its number in B
/// @param pairs their requests
/// @param overlay both over each other
/// @param waterfalls of a page, both by themselves; empty for probes
public record ShownRuns(
    int runA, int runB, RunPairs pairs, Overlay overlay, Optional<Waterfalls> waterfalls) {

  /// Those of a page.
  public record Waterfalls(PageWaterfall a, PageWaterfall b) {}

  /// Those of two snapshots without secrets; empty where a side has no run that counts.
  public static Optional<ShownRuns> of(Snapshot a, Snapshot b, Comparison comparison) {
    Shift total = comparison.total();
    OptionalInt ofA = number(a, total.a(), comparison);
    OptionalInt ofB = number(b, total.b(), comparison);
    if (ofA.isEmpty() || ofB.isEmpty()) {
      return Optional.empty();
    }
    Run first = a.runs().get(ofA.getAsInt());
    Run second = b.runs().get(ofB.getAsInt());
    RunPairs pairs = RunPairs.of(a, first, b, second);
    boolean pages = first.page().isPresent() && second.page().isPresent();
    return Optional.of(
        new ShownRuns(
            ofA.getAsInt(),
            ofB.getAsInt(),
            pairs,
            Overlay.of(first, second, pairs, comparison.origin()),
            pages
                ? Optional.of(
                    new Waterfalls(
                        PageWaterfall.of(first, a.runs(), Distances.of(a)),
                        PageWaterfall.of(second, b.runs(), Distances.of(b))))
                : Optional.empty()));
  }

  /// The run that the other screens show, where it is compared; else the one of those that are
  /// whose total lies nearest to their middle.
  private static OptionalInt number(Snapshot snapshot, List<RunValue> runs, Comparison comparison) {
    Summary summary = Summary.of(snapshot.runs());
    OptionalInt nearest =
        comparison
            .state()
            .flatMap(summary::state)
            .map(StateSummary::nearest)
            .map(OptionalInt::of)
            .orElseGet(summary::billed);
    if (nearest.isPresent() && runs.stream().anyMatch(it -> it.run() == nearest.getAsInt())) {
      return nearest;
    }
    long middle = StripRow.median(runs).orElse(0);
    return runs.stream()
        .min(Comparator.comparingLong(it -> Math.abs(it.nanos() - middle)))
        .map(it -> OptionalInt.of(it.run()))
        .orElseGet(OptionalInt::empty);
  }

  /// All of the time of the longer one: everything is drawn on it.
  public TimeWindow window() {
    long whole = overlay.wholeNanos();
    if (waterfalls.isPresent()) {
      whole = Math.max(whole, overlay.leadA() + waterfalls.get().a().wholeNanos());
      whole = Math.max(whole, overlay.leadB() + waterfalls.get().b().wholeNanos());
    }
    return TimeWindow.whole(whole);
  }

  /// That stretch of time as a run counts it that begins so late on the axis.
  public static TimeWindow countedFrom(TimeWindow all, long lead) {
    return new TimeWindow(all.fromNanos() - lead, all.toNanos() - lead, all.wholeNanos() - lead);
  }
}
