package dev.lightfoot.app.ui.chart.bar;

import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Brush.Face;
import dev.lightfoot.report.layout.PhaseBar;
import dev.lightfoot.report.words.Numbers;
import javafx.scene.text.TextAlignment;

/// How the last wait divides: half a round trip there, the server, half a round trip back.
final class PhaseBarWait {
  private final Brush brush;
  private final PhaseBarGeometry at;
  private final PhaseBar bar;
  private final String server;

  /// @param server what the middle part is
  PhaseBarWait(Brush brush, PhaseBarGeometry at, PhaseBar bar, String server) {
    this.brush = brush;
    this.at = at;
    this.bar = bar;
    this.server = server;
  }

  void draw() {
    bar.split().ifPresent(this::draw);
  }

  private void draw(PhaseBar.WaitSplit split) {
    double start = at.x(split.startNanos());
    double there = at.x(split.startNanos() + split.thereNanos());
    double back = at.x(split.startNanos() + split.thereNanos() + split.serverNanos());
    border(there);
    border(back);
    String out = Numbers.ofTenths(split.thereTenths());
    double free = free(start, there);
    if (free - start > Brush.monoWidth(out + " →", 0.893 * brush.em()) + 2) {
      way(out + " →", (start + free) / 2);
    }
    if (there - start > Brush.monoWidth(out + " → ", 0.893 * brush.em())) {
      way("← " + Numbers.ofTenths(split.backTenths()), back + (there - start) / 2);
    }
    if (back - there > brush.width(server) + 12) {
      double middle = at.barTop() + at.barHeight() / 2;
      brush.text(Face.STRONG, "on-wait", server, (there + back) / 2, middle, TextAlignment.CENTER);
    }
  }

  private void border(double x) {
    double bottom = at.barTop() + at.barHeight() - 2;
    brush.dashes("on-wait", Math.rint(x) + 0.5, at.barTop() + 2, Math.rint(x) + 0.5, bottom);
  }

  private void way(String text, double x) {
    double middle = at.barTop() + at.barHeight() / 2;
    brush.text(Face.MONO_STRONG, "on-wait", text, x, middle, TextAlignment.CENTER);
  }

  /// How far words can go within the way there: up to its tick of the light floor, where it has
  /// one.
  private double free(double start, double there) {
    return bar.light().stream()
        .flatMap(light -> light.ticks().stream())
        .mapToDouble(tick -> at.x(tick) - 3)
        .filter(x -> x > start && x < there)
        .findFirst()
        .orElse(there);
  }
}
