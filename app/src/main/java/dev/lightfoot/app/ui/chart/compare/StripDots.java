package dev.lightfoot.app.ui.chart.compare;

import dev.lightfoot.analysis.compare.match.RunValue;
import dev.lightfoot.report.layout.compare.StripRow;
import dev.lightfoot.report.layout.compare.Swarm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where every run of a row lies: those of A above its line, those of B below.
record StripDots(List<Dot> dots) {

  /// One run.
  ///
  /// @param second whether it is of side B
  record Dot(boolean second, RunValue run, double x, double y) {}

  StripDots {
    dots = List.copyOf(dots);
  }

  /// @param middle where the line of the row lies
  static StripDots of(StripRow row, StripGeometry at, double middle) {
    List<Dot> dots = new ArrayList<>();
    add(dots, row, at, middle, false);
    add(dots, row, at, middle, true);
    return new StripDots(dots);
  }

  private static void add(
      List<Dot> dots, StripRow row, StripGeometry at, double middle, boolean second) {
    List<RunValue> runs = second ? row.shift().b() : row.shift().a();
    List<Long> values = runs.stream().map(RunValue::nanos).toList();
    int[] levels = Swarm.levels(values, at.dotNanos(row.scale()), at.levels());
    for (int i = 0; i < runs.size(); i++) {
      double away = at.away(levels[i]);
      dots.add(
          new Dot(
              second,
              runs.get(i),
              at.runX(row.scale(), values.get(i)),
              second ? middle + away : middle - away));
    }
  }

  /// The one nearest to a point, where that is on it.
  Optional<Dot> at(double x, double y, double radius) {
    return dots.stream()
        .filter(dot -> Math.hypot(dot.x() - x, dot.y() - y) <= radius)
        .min(java.util.Comparator.comparingDouble(dot -> Math.hypot(dot.x() - x, dot.y() - y)));
  }
}
