package dev.lightfoot.app.ui.compare.reading;

import dev.lightfoot.analysis.compare.CompareChoice;
import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.compare.CompareHeadline;
import dev.lightfoot.report.headline.Headline;
import dev.lightfoot.report.layout.compare.AttributionBars;
import dev.lightfoot.report.layout.compare.RunOrder;
import dev.lightfoot.report.layout.compare.ShownRuns;
import dev.lightfoot.report.layout.compare.StripTable;
import dev.lightfoot.report.redact.Redactor;
import java.util.List;
import java.util.Optional;

/// Two snapshots with what follows from them: computed once, off the window's thread, and then only
/// looked at.
///
/// @param a side A
/// @param b side B
/// @param cleanA the same without secrets
/// @param cleanB of side B
/// @param comparison how they differ, without secrets
/// @param series how each of those that are compared with A differs from it, B among them
/// @param front place of B among them
/// @param strips every run of both
/// @param bars what moved the total; empty where a side has no run that counts
/// @param order totals as they were measured
/// @param shown one run of each side; empty where a side has none that counts
/// @param headline the answer in words
public record CompareReading(
    Snapshot a,
    Snapshot b,
    Snapshot cleanA,
    Snapshot cleanB,
    Comparison comparison,
    List<Comparison> series,
    int front,
    StripTable strips,
    Optional<AttributionBars> bars,
    RunOrder order,
    Optional<ShownRuns> shown,
    Headline headline) {

  /// What is compared.
  ///
  /// @param others what is compared with A
  /// @param front place of B among them
  public record Asked(Snapshot a, List<Snapshot> others, int front, CompareChoice choice) {}

  /// Compares them.
  public static CompareReading of(Asked what, Comparing comparing) {
    Snapshot cleanA = clean(what.a());
    List<Snapshot> others = what.others().stream().map(CompareReading::clean).toList();
    List<Comparison> series = comparing.of(cleanA, others, what.choice());
    Comparison comparison = series.get(what.front());
    Snapshot b = what.others().get(what.front());
    Snapshot cleanB = others.get(what.front());
    return new CompareReading(
        what.a(),
        b,
        cleanA,
        cleanB,
        comparison,
        series,
        what.front(),
        StripTable.of(comparison),
        comparison.attribution().map(AttributionBars::of),
        RunOrder.of(comparison, what.a(), b),
        ShownRuns.of(cleanA, cleanB, comparison),
        CompareHeadline.of(comparison));
  }

  private static Snapshot clean(Snapshot snapshot) {
    return Redactor.redact(snapshot).snapshot();
  }

  public Snapshot side(Which which) {
    return which == Which.A ? a : b;
  }
}
