package dev.lightfoot.app.ui.chart;

import dev.lightfoot.app.ui.chart.Brush.Face;
import dev.lightfoot.model.Phase;
import dev.lightfoot.report.Numbers;
import dev.lightfoot.report.PhaseBar;
import java.util.List;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// Draws a [PhaseBar]: the phases of one run, the distance in them, and where each phase ended in
/// every run.
final class PhaseBarDrawing {
  /// What the drawing says beside the layout.
  ///
  /// @param run name of the run in the bars
  /// @param rows what the rows of dots are
  /// @param distance name of the distance bar
  /// @param bill how the distance adds up
  /// @param server what the middle of a wait is
  /// @param end what the end of the bars is
  /// @param stopped at which instant it stopped
  /// @param missing what the dashed frame stands for
  /// @param live what the run under way is doing
  /// @param outlier which run took longest, and how much longer
  record Texts(
      String run,
      List<String> rows,
      String distance,
      String bill,
      String server,
      String end,
      String stopped,
      String missing,
      String live,
      String outlier) {}

  private static final double RIGHT = 6.6;

  private final Brush brush;
  private final PhaseBar bar;
  private final Texts texts;
  private final PhaseBarGeometry at;
  private final int selected;

  PhaseBarDrawing(Brush brush, PhaseBarGeometry at, PhaseBar bar, Texts texts, int selected) {
    this.brush = brush;
    this.bar = bar;
    this.texts = texts;
    this.selected = selected;
    this.at = at;
  }

  void draw() {
    axis();
    names();
    if (!bar.bars().isEmpty()) {
      hops();
      bars();
      labels();
      wait(brush);
      distance();
      end();
    }
    if (at.showsRows()) {
      rows();
    }
    selection();
  }

  private void axis() {
    List<Long> ticks = bar.axis().ticks();
    for (int i = 0; i < ticks.size(); i++) {
      long tick = ticks.get(i);
      double x = Math.rint(at.x(tick)) + 0.5;
      brush.line("border", 1, x, at.barTop() - 4, x, at.axisTop());
      String label = bar.axis().label(tick);
      boolean last = i == ticks.size() - 1;
      brush.text(
          Face.MONO,
          "text-2",
          last ? label + " ms" : label,
          last ? x + 1.2 * brush.em() : x,
          at.axisTop() + 0.85 * brush.em(),
          last ? TextAlignment.RIGHT : TextAlignment.CENTER);
    }
  }

  private void names() {
    double middle = at.barTop() + at.barHeight() / 2;
    brush.text(Face.STRONG, "text", texts.run(), at.left(), middle, TextAlignment.LEFT);
    if (!bar.distance().isEmpty()) {
      brush.text(
          Face.CAPTION,
          "text-2",
          texts.distance(),
          at.left(),
          at.distanceMiddle(),
          TextAlignment.LEFT);
    }
    if (at.showsRows() && !texts.rows().isEmpty()) {
      double y = at.rowsTop() + 0.2 * brush.em();
      for (String line : texts.rows()) {
        brush.text(Face.CAPTION, "text-2", line, at.left(), y, TextAlignment.LEFT);
        y += 1.15 * brush.em();
      }
    }
  }

  private void hops() {
    int hop = 0;
    for (PhaseBar.Bar each : bar.bars()) {
      if (each.hop() > hop) {
        hop = each.hop();
        double x = Math.rint(at.x(each.startNanos())) - 0.5;
        brush.dashes("text-2", x, at.labelTop() - 4, x, at.rowsTop());
      }
    }
  }

  private void bars() {
    for (PhaseBar.Bar each : bar.bars()) {
      brush.bar(
          Ink.of(each.phase()),
          at.x(each.startNanos()),
          at.barTop(),
          at.width(each.durationNanos()),
          at.barHeight());
    }
  }

  /// Names stand over the start of their bar; where the next one would be covered, without trips;
  /// where even that is too long, not at all: the tooltip and the table have them.
  private void labels() {
    double free = 0;
    List<PhaseBar.Bar> shown = bar.bars().stream().filter(each -> named(each)).toList();
    for (int i = 0; i < shown.size(); i++) {
      PhaseBar.Bar each = shown.get(i);
      double x = Math.max(at.x(each.startNanos()) + 1, free);
      double room = (i + 1 < shown.size() ? at.x(shown.get(i + 1).startNanos()) : at.right()) - x;
      String number = Numbers.millis(each.durationNanos()) + (i == shown.size() - 1 ? " ms" : "");
      double width = Math.max(width(each.label()), Brush.monoWidth(number, 0.893 * brush.em()));
      if (x > at.x(each.startNanos()) + Math.max(10, at.width(each.durationNanos()))) {
        continue;
      }
      if (room < width && i + 1 < shown.size() && at.width(each.durationNanos()) < width * 0.7) {
        continue;
      }
      label(each, number, x, room);
      free = x + width + 8;
    }
  }

  private boolean named(PhaseBar.Bar each) {
    return at.width(each.durationNanos()) >= 5 && each.phase() != Phase.SEND;
  }

  private void label(PhaseBar.Bar each, String number, double x, double room) {
    double first = at.labelTop() + 0.5 * brush.em();
    brush.text(Face.CAPTION, "text", each.label(), x, first, TextAlignment.LEFT);
    String trips = trips(each);
    double named = width(each.label());
    if (!trips.isEmpty() && named + width(trips) + 4 <= room) {
      brush.text(Face.CAPTION, "text-2", trips, x + named, first, TextAlignment.LEFT);
    }
    brush.text(Face.MONO_STRONG, "text", number, x, first + brush.em(), TextAlignment.LEFT);
  }

  private static String trips(PhaseBar.Bar each) {
    int trips = each.trips().orElse(0);
    return trips == 0 ? "" : " · " + trips + (trips == 1 ? " trip" : " trips");
  }

  private double width(String text) {
    Text measured = new Text(text);
    measured.setFont(Face.CAPTION.font(brush.em()));
    return measured.getLayoutBounds().getWidth();
  }

  private void wait(Brush pen) {
    bar.split()
        .ifPresent(
            split -> {
              double there = at.x(split.startNanos() + split.thereNanos());
              double back = at.x(split.startNanos() + split.thereNanos() + split.serverNanos());
              double start = at.x(split.startNanos());
              double middle = at.barTop() + at.barHeight() / 2;
              double bottom = at.barTop() + at.barHeight();
              pen.dashes(
                  "on-wait",
                  Math.rint(there) + 0.5,
                  at.barTop() + 2,
                  Math.rint(there) + 0.5,
                  bottom - 2);
              pen.dashes(
                  "on-wait",
                  Math.rint(back) + 0.5,
                  at.barTop() + 2,
                  Math.rint(back) + 0.5,
                  bottom - 2);
              String out = Numbers.millis(split.thereNanos());
              double needed = Brush.monoWidth(out + " → ", 0.893 * pen.em());
              if (there - start > needed) {
                pen.text(
                    Face.MONO_STRONG,
                    "on-wait",
                    out + " →",
                    (start + there) / 2,
                    middle,
                    TextAlignment.CENTER);
                pen.text(
                    Face.MONO_STRONG,
                    "on-wait",
                    "← " + Numbers.millis(split.backNanos()),
                    back + (there - start) / 2,
                    middle,
                    TextAlignment.CENTER);
              }
              if (back - there > width(texts.server()) + 12) {
                pen.text(
                    Face.STRONG,
                    "on-wait",
                    texts.server(),
                    (there + back) / 2,
                    middle,
                    TextAlignment.CENTER);
              }
            });
  }

  private void distance() {
    double end = 0;
    for (PhaseBar.Segment each : bar.distance()) {
      double x = at.x(each.startNanos());
      double width = Math.max(2, at.width(each.durationNanos()) - 1);
      brush.fill("distance", x, at.distanceMiddle() - 5, width, 10);
      end = Math.max(end, x + width);
    }
    double needed = Brush.monoWidth(texts.bill(), 12.0 / 14 * brush.em()) + 12;
    if (!bar.distance().isEmpty() && end + needed < at.right() + RIGHT * brush.em()) {
      brush.text(
          Face.MONO, "text-2", texts.bill(), end + 8, at.distanceMiddle(), TextAlignment.LEFT);
    }
  }

  private void end() {
    double middle = at.barTop() + at.barHeight() / 2;
    double x = at.x(bar.endNanos().orElse(0));
    if (bar.stop().isEmpty()) {
      brush.text(
          Face.NUMBER,
          "text",
          Numbers.duration(bar.endNanos().orElse(0)),
          x + 8,
          middle - 0.6 * brush.em(),
          TextAlignment.LEFT);
      brush.text(
          Face.CAPTION,
          "text-2",
          texts.end(),
          x + 8,
          middle + 0.6 * brush.em(),
          TextAlignment.LEFT);
      return;
    }
    brush.fill("surface", x, at.barTop(), at.right() - x, at.barHeight());
    brush.frame("text-3", x, at.barTop(), at.right() - x, at.barHeight());
    brush.cross(x, middle, at.barHeight() * 0.36);
    brush.text(
        Face.STRONG,
        "text",
        texts.stopped(),
        x + 1,
        at.labelTop() + 1.5 * brush.em(),
        TextAlignment.LEFT);
    if (at.right() - x > width(texts.missing()) + 3 * brush.em()) {
      brush.text(
          Face.CAPTION,
          "text-2",
          texts.missing(),
          x + 2.6 * brush.em(),
          middle,
          TextAlignment.LEFT);
    }
  }

  private void rows() {
    long worst = 0;
    double worstY = 0;
    for (int i = 0; i < bar.rows().size(); i++) {
      PhaseBar.Row row = bar.rows().get(i);
      double y = Math.rint(at.rowY(i)) + 0.5;
      long last = row.dots().stream().mapToLong(PhaseBar.Dot::atNanos).max().orElse(0);
      if (row.live().isPresent()) {
        live(row, y);
      } else {
        brush.line("border", 1, at.x(0), y, at.x(last), y);
      }
      for (PhaseBar.Dot dot : row.dots()) {
        if (dot.phase() != Phase.SEND && dot.phase() != Phase.BLOCKED && !beforeReceive(row, dot)) {
          Ink ink = dot.phase() == Phase.RECEIVE ? Ink.of(Phase.WAIT) : Ink.of(dot.phase());
          brush.dot(ink, at.x(dot.atNanos()), y, at.dotRadius(), !row.counts());
        }
      }
      if (last > worst && row.live().isEmpty()) {
        worst = last;
        worstY = y;
      }
    }
    if (!texts.outlier().isEmpty()) {
      double x = at.x(worst) + 0.7 * brush.em();
      boolean fits = x + width(texts.outlier()) < at.right() + 4.5 * brush.em();
      double left = at.x(worst) - 0.7 * brush.em();
      brush.text(
          Face.CAPTION,
          "text",
          texts.outlier(),
          fits ? x : left,
          worstY,
          fits ? TextAlignment.LEFT : TextAlignment.RIGHT);
    }
  }

  /// The end of a wait right before the end of its short receive would only hide it.
  private boolean beforeReceive(PhaseBar.Row row, PhaseBar.Dot dot) {
    return dot.phase() == Phase.WAIT
        && row.dots().stream()
            .anyMatch(
                other ->
                    other.phase() == Phase.RECEIVE
                        && other.hop() == dot.hop()
                        && at.width(other.atNanos() - dot.atNanos()) < 6);
  }

  private void live(PhaseBar.Row row, double y) {
    double x = at.x(row.live().orElse(0));
    brush.line("accent", 2, at.x(0), y, x, y);
    brush.ring("accent", x, y, at.dotRadius() + 0.6);
    brush.text(Face.CAPTION, "text", texts.live(), x + 0.7 * brush.em(), y, TextAlignment.LEFT);
  }

  private void selection() {
    if (selected >= 0 && selected < bar.bars().size()) {
      PhaseBar.Bar each = bar.bars().get(selected);
      brush.outline(
          "accent",
          at.x(each.startNanos()) - 2,
          at.barTop() - 2,
          Math.max(2, at.width(each.durationNanos())) + 4,
          at.barHeight() + 4);
    }
  }
}
