package dev.lightfoot.app.ui.chart.bar;

import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Brush.Face;
import dev.lightfoot.report.drawing.Ink;
import dev.lightfoot.report.layout.PhaseBar;
import dev.lightfoot.report.words.Numbers;
import java.util.List;
import java.util.Optional;
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
  /// @param slowest the run that is named beside its row
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
      Optional<SlowestRun> slowest) {}

  private static final double RIGHT = 4.7;

  /// An axis shorter than that is one of nothing.
  private static final long SHORTEST = 1_000_000;

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
      new PhaseBarLabels(brush, at, bar).draw();
      new PhaseBarWait(brush, at, bar, texts.server()).draw();
      distance();
      light();
      end();
    }
    if (at.showsRows()) {
      new PhaseBarRows(brush, at, bar, texts.live(), texts.slowest()).draw();
    }
    selection();
  }

  private void axis() {
    if (bar.bars().isEmpty() && bar.axis().endNanos() < SHORTEST) {
      return;
    }
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

  private void light() {
    bar.light()
        .ifPresent(
            light ->
                light.ticks().forEach(tick -> brush.foot(at.x(tick), at.barTop(), at.lightFoot())));
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
    if (at.right() - x > brush.width(texts.missing()) + 3 * brush.em()) {
      brush.text(
          Face.CAPTION,
          "text-2",
          texts.missing(),
          x + 2.6 * brush.em(),
          middle,
          TextAlignment.LEFT);
    }
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
