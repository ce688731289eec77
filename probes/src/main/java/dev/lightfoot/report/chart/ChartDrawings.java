package dev.lightfoot.report.chart;

import dev.lightfoot.report.drawing.Drawing;
import dev.lightfoot.report.layout.Chart;

/// Draws any chart.
public final class ChartDrawings {
  private ChartDrawings() {}

  /// The chart as a drawing.
  public static Drawing of(Chart chart) {
    return switch (chart) {
      case Chart.Phases it -> PhasesSketch.of(it.bar());
      case Chart.Waterfall it -> WaterfallSketch.of(it.view());
      case Chart.Compared it -> WaterfallSketch.of(it.view(), it.window());
      case Chart.Overlaid it -> OverlaySketch.of(it.overlay(), it.window());
      case Chart.Opened it -> OpenedSketch.of(it.client(), it.layout());
      case Chart.Shifts it -> ShiftsSketch.of(it.table());
      case Chart.Parts it -> PartsSketch.of(it.bars());
      case Chart.Over it -> TrendSketch.of(it.trend(), it.zone());
      case Chart.Distance it -> FitSketch.of(it.picture());
      case Chart.Order it -> OrderSketch.of(it.order());
    };
  }
}
