package dev.lightfoot.app.ui.chart;

import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Brush.Face;
import dev.lightfoot.app.ui.chart.row.TimeScale;
import dev.lightfoot.model.Phase;
import dev.lightfoot.report.drawing.Ink;
import dev.lightfoot.report.layout.PhaseBar;
import dev.lightfoot.report.words.Numbers;
import javafx.scene.text.TextAlignment;

/// What the client saw, as one bar above its opened wait.
final class ClientStrip {
  private final Brush brush;
  private final StackGeometry at;
  private final StackPicture picture;

  ClientStrip(Brush brush, StackGeometry at, StackPicture picture) {
    this.brush = brush;
    this.at = at;
    this.picture = picture;
  }

  void draw() {
    PhaseBar client = picture.client();
    if (client.bars().isEmpty()) {
      return;
    }
    funnel(client);
    double used = 0;
    for (PhaseBar.Bar bar : client.bars()) {
      double x = x(bar.startNanos());
      double width = x(bar.endNanos()) - x;
      brush.bar(Ink.of(bar.phase()), x, at.stripTop(), width, at.stripHeight());
      used = label(bar, x, width, used);
    }
    client
        .light()
        .ifPresent(
            light ->
                light
                    .ticks()
                    .forEach(
                        tick ->
                            brush.foot(x(tick), at.stripTop(), at.stripTop() + at.stripHeight())));
    brush.text(
        Face.MONO_STRONG,
        "text",
        Numbers.duration(end()),
        at.stripRight() + 0.6 * brush.em(),
        at.stripTop() + at.stripHeight() / 2,
        TextAlignment.LEFT);
  }

  private long end() {
    PhaseBar client = picture.client();
    return client.endNanos().orElse(client.axis().endNanos());
  }

  private double x(long nanos) {
    double part = (double) nanos / Math.max(1, end());
    return at.stripLeft() + (at.stripRight() - at.stripLeft()) * part;
  }

  private double label(PhaseBar.Bar bar, double x, double width, double used) {
    double em = brush.em();
    if (bar.phase() == Phase.WAIT) {
      String text = bar.label() + " " + Numbers.durationOfTenths(bar.tenths());
      if (brush.width(text) + em < width) {
        double middle = at.stripTop() + at.stripHeight() / 2;
        brush.text(Face.STRONG, "on-wait", text, x + width / 2, middle, TextAlignment.CENTER);
      }
      return used;
    }
    String text = bar.label() + " " + Numbers.ofTenths(bar.tenths());
    String shorter = bar.label();
    double room = Math.max(width, 2 * em);
    String fits = brush.width(text) <= room ? text : brush.width(shorter) <= room ? shorter : "";
    if (fits.isEmpty() || x < used) {
      return used;
    }
    double below = at.stripTop() + at.stripHeight() + 0.85 * em;
    brush.text(Face.CAPTION, "text-2", fits, x, below, TextAlignment.LEFT);
    return x + brush.width(fits) + 0.4 * em;
  }

  /// From the waits of the bar to the axis below.
  private void funnel(PhaseBar client) {
    long from = Long.MAX_VALUE;
    long to = 0;
    for (PhaseBar.Bar bar : client.bars()) {
      if (bar.phase() == Phase.WAIT) {
        from = Math.min(from, bar.startNanos());
        to = Math.max(to, bar.endNanos());
      }
    }
    if (from < to) {
      double top = at.stripTop() + at.stripHeight();
      TimeScale time = at.time(picture.window());
      double left = Math.clamp(time.x(from), time.left(), time.right());
      double right = Math.clamp(time.x(to), time.left(), time.right());
      double foot = at.head() - Math.rint(1.7 * brush.em());
      brush.fan(
          "hover",
          "wait-border",
          new double[] {x(from), left, left, right, right, x(to)},
          new double[] {top, foot, at.head() - 1, at.head() - 1, foot, top});
    }
  }
}
