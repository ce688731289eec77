package dev.lightfoot.analysis.compare;

import dev.lightfoot.model.Snapshot;
import java.util.ArrayList;
import java.util.List;

/// How several snapshots differ from one.
///
/// @param comparisons of the baseline and each of the others, in their order
public record ComparisonSeries(List<Comparison> comparisons) {
  public ComparisonSeries {
    comparisons = List.copyOf(comparisons);
  }

  /// How those differ from the baseline, nothing chosen.
  public static ComparisonSeries of(Snapshot baseline, List<Snapshot> others) {
    return of(baseline, others, CompareChoice.DEFAULT);
  }

  /// How those differ from the baseline. Their totals are one family, adjusted by Holm: of many
  /// snapshots that do not differ, one would soon seem to.
  public static ComparisonSeries of(
      Snapshot baseline, List<Snapshot> others, CompareChoice choice) {
    List<Comparing> all =
        others.stream().map(each -> new Comparing(baseline, each, choice)).toList();
    List<Shift> totals = Families.equal(all.stream().map(Comparing::total).toList());
    List<Comparison> comparisons = new ArrayList<>();
    for (int i = 0; i < totals.size(); i++) {
      comparisons.add(all.get(i).with(totals.get(i)));
    }
    return new ComparisonSeries(comparisons);
  }
}
