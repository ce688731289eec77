package dev.lightfoot.app.ui.chart;

import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Brush.Face;
import dev.lightfoot.app.ui.chart.row.TimeScale;
import dev.lightfoot.model.Phase;
import dev.lightfoot.report.drawing.Ink;
import dev.lightfoot.report.layout.PhaseBar;
import dev.lightfoot.report.words.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
    for (PhaseBar.Bar bar : client.bars()) {
      double x = x(bar.startNanos());
      brush.bar(Ink.of(bar.phase()), x, at.stripTop(), width(bar), at.stripHeight());
    }
    labels(client.bars());
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

  private double width(PhaseBar.Bar bar) {
    return x(bar.endNanos()) - x(bar.startNanos());
  }

  /// The waits within their bars, the others below: first the widest bars, for what a narrow one
  /// has to say must not push the label of a wide one away.
  private void labels(List<PhaseBar.Bar> bars) {
    List<double[]> taken = new ArrayList<>();
    bars.stream()
        .sorted(Comparator.comparingDouble(this::width).reversed())
        .forEach(
            bar -> {
              if (bar.phase() == Phase.WAIT) {
                within(bar);
              } else {
                below(bar, taken);
              }
            });
  }

  private void within(PhaseBar.Bar bar) {
    String text = bar.label() + " " + Numbers.durationOfTenths(bar.tenths());
    if (brush.width(text) + brush.em() < width(bar)) {
      double middle = at.stripTop() + at.stripHeight() / 2;
      double x = x(bar.startNanos()) + width(bar) / 2;
      brush.text(Face.STRONG, "on-wait", text, x, middle, TextAlignment.CENTER);
    }
  }

  /// With its number where both fit below the bar, else only its name, where no other label is.
  private void below(PhaseBar.Bar bar, List<double[]> taken) {
    double em = brush.em();
    String text = bar.label() + " " + Numbers.ofTenths(bar.tenths());
    double room = Math.max(width(bar), 2 * em);
    String fits = brush.width(text) <= room ? text : bar.label();
    double from = x(bar.startNanos());
    double to = from + brush.width(fits) + 0.4 * em;
    if (to - from - 0.4 * em > room
        || taken.stream().anyMatch(other -> from < other[1] && other[0] < to)) {
      return;
    }
    taken.add(new double[] {from, to});
    double middle = at.stripTop() + at.stripHeight() + 0.85 * em;
    brush.text(Face.CAPTION, "text-2", fits, from, middle, TextAlignment.LEFT);
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
