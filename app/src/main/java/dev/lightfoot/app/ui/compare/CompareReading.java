package dev.lightfoot.app.ui.compare;

import dev.lightfoot.analysis.compare.CompareChoice;
import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.Headline;
import dev.lightfoot.report.compare.CompareHeadline;
import dev.lightfoot.report.layout.compare.AttributionBars;
import dev.lightfoot.report.layout.compare.RunOrder;
import dev.lightfoot.report.layout.compare.StripTable;
import dev.lightfoot.report.redact.Redactor;
import java.util.Optional;

/// Two snapshots with what follows from them: computed once, off the window's thread, and then only
/// looked at.
///
/// @param a side A
/// @param b side B
/// @param cleanA the same without secrets
/// @param cleanB of side B
/// @param comparison how they differ, without secrets
/// @param strips every run of both
/// @param bars what moved the total; empty where a side has no run that counts
/// @param order totals as they were measured
/// @param waterfalls of a page, one run of each side; empty for probes
/// @param headline the answer in words
record CompareReading(
    Snapshot a,
    Snapshot b,
    Snapshot cleanA,
    Snapshot cleanB,
    Comparison comparison,
    StripTable strips,
    Optional<AttributionBars> bars,
    RunOrder order,
    Optional<TwoWaterfalls> waterfalls,
    Headline headline) {

  /// Compares them.
  static CompareReading of(Snapshot a, Snapshot b, Comparing comparing, CompareChoice choice) {
    Snapshot cleanA = Redactor.redact(a).snapshot();
    Snapshot cleanB = Redactor.redact(b).snapshot();
    Comparison comparison = comparing.of(cleanA, cleanB, choice);
    return new CompareReading(
        a,
        b,
        cleanA,
        cleanB,
        comparison,
        StripTable.of(comparison),
        comparison.attribution().map(AttributionBars::of),
        RunOrder.of(comparison, a, b),
        TwoWaterfalls.of(cleanA, cleanB, comparison),
        CompareHeadline.of(comparison));
  }

  Snapshot side(Which which) {
    return which == Which.A ? a : b;
  }
}
