package dev.lightfoot.app.ui.compare;

import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.analysis.distance.Distances;
import dev.lightfoot.analysis.summary.StateSummary;
import dev.lightfoot.analysis.summary.Summary;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.layout.TimeWindow;
import dev.lightfoot.report.layout.page.PageWaterfall;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The loads of a page on both sides that stand for all of theirs, on one axis.
///
/// @param a of side A
/// @param b of side B
record TwoWaterfalls(PageWaterfall a, PageWaterfall b) {

  /// Those of two pages, without secrets; empty where a side is no page.
  static Optional<TwoWaterfalls> of(Snapshot a, Snapshot b, Comparison comparison) {
    return side(a, comparison)
        .flatMap(first -> side(b, comparison).map(second -> new TwoWaterfalls(first, second)));
  }

  private static Optional<PageWaterfall> side(Snapshot snapshot, Comparison comparison) {
    List<Run> runs = snapshot.runs();
    Summary summary = Summary.of(runs);
    OptionalInt nearest =
        comparison
            .state()
            .flatMap(summary::state)
            .map(StateSummary::nearest)
            .map(OptionalInt::of)
            .orElseGet(summary::billed);
    return nearest.isPresent() && runs.get(nearest.getAsInt()).page().isPresent()
        ? Optional.of(PageWaterfall.of(runs.get(nearest.getAsInt()), runs, Distances.of(snapshot)))
        : Optional.empty();
  }

  /// All of the time of the longer one: both are drawn on it.
  TimeWindow window() {
    return TimeWindow.whole(Math.max(a.wholeNanos(), b.wholeNanos()));
  }

  PageWaterfall side(Which which) {
    return which == Which.A ? a : b;
  }
}
