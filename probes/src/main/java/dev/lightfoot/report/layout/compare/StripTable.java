package dev.lightfoot.report.layout.compare;

import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.analysis.compare.Estimate;
import dev.lightfoot.analysis.compare.LayerShift;
import dev.lightfoot.analysis.compare.PhaseShift;
import dev.lightfoot.analysis.compare.Shift;
import dev.lightfoot.analysis.compare.match.RunValue;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.stream.Stream;

/// The strips of a comparison, one below the other, the total last, and the one scale on which all
/// their shifts lie.
///
/// @param rows phases in wire order, layers in path order, the total
/// @param shifts a scale that holds 0, every interval and every floor
public record StripTable(List<StripRow> rows, NanosScale shifts) {
  public StripTable {
    rows = List.copyOf(rows);
  }

  /// Those of that comparison.
  public static StripTable of(Comparison comparison) {
    List<StripRow> rows = new ArrayList<>();
    for (PhaseShift phase : comparison.phases()) {
      rows.add(StripRow.of(new StripSubject.OfPhase(phase.phase()), phase.shift()));
    }
    for (LayerShift layer : comparison.layers()) {
      rows.add(StripRow.of(new StripSubject.OfLayer(layer), layer.shift()));
    }
    rows.add(StripRow.of(new StripSubject.OfTotal(), comparison.total()));
    return new StripTable(rows, scale(rows));
  }

  /// The totals of several that are compared with one, all on one scale.
  ///
  /// @param series all with the same A
  public static StripTable ofSeries(List<Comparison> series) {
    List<Shift> totals = series.stream().map(Comparison::total).toList();
    LongSummaryStatistics all =
        totals.stream()
            .flatMap(shift -> Stream.concat(shift.a().stream(), shift.b().stream()))
            .mapToLong(RunValue::nanos)
            .summaryStatistics();
    NanosScale runs =
        all.getCount() == 0
            ? NanosScale.holding(0, 0)
            : NanosScale.holding(all.getMin(), all.getMax());
    List<StripRow> rows = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      StripSubject of = new StripSubject.OfSnapshot(i, series.get(i).b());
      rows.add(StripRow.of(of, totals.get(i), runs));
    }
    return new StripTable(rows, scale(rows));
  }

  private static NanosScale scale(List<StripRow> rows) {
    long least = 0;
    long most = 0;
    for (StripRow row : rows) {
      Shift shift = row.shift();
      if (shift.estimate().isPresent()) {
        Estimate estimate = shift.estimate().get();
        least = Math.min(least, Math.min(-shift.floorNanos(), estimate.lowNanos()));
        most = Math.max(most, Math.max(shift.floorNanos(), estimate.highNanos()));
      }
    }
    return NanosScale.holding(least, most);
  }
}
