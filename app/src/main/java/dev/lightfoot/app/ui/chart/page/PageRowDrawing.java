package dev.lightfoot.app.ui.chart.page;

import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Brush.Face;
import dev.lightfoot.app.ui.chart.paint.TextFit;
import dev.lightfoot.app.ui.chart.row.TimeScale;
import dev.lightfoot.model.Chunk;
import dev.lightfoot.model.Interim;
import dev.lightfoot.model.Phase;
import dev.lightfoot.report.drawing.Ink;
import dev.lightfoot.report.layout.page.PageBar;
import dev.lightfoot.report.layout.page.PageLight;
import dev.lightfoot.report.layout.page.PageRow;
import java.util.List;
import javafx.scene.text.TextAlignment;

/// Draws one request: its columns at the left, its phases, and behind them how long it took.
final class PageRowDrawing {
  /// A bar that is cut by an edge of the plot goes on a little beyond it, without its border.
  private static final double BEYOND = 4;

  /// A bar that is narrower than this has no room for the tick of the light floor.
  private static final double LEAST_LIT = 8;

  /// How far its foot goes below the bar.
  private static final double FOOT = 3;

  /// Chunks closer than this are not told apart.
  private static final double LEAST_APART = 3;

  /// Before a bar, in em: where the lines run that lead to it.
  private static final double LINKS = 1.3;

  private final Brush brush;
  private final PageGeometry at;
  private final PagePicture picture;
  private final TextFit fit;
  private final TimeScale time;

  PageRowDrawing(Brush brush, PageGeometry at, PagePicture picture, TextFit fit) {
    this.brush = brush;
    this.at = at;
    this.picture = picture;
    this.fit = fit;
    this.time = at.time(picture.window());
  }

  void draw(int line, PageRow row, double y) {
    boolean selected = line == picture.selected();
    columns(line, row, y + at.rowHeight() / 2, selected);
    double height = at.barHeight();
    double top = Math.rint(y + (at.rowHeight() - height) / 2) - 1;
    List<PageBar> bars = row.bars();
    for (int i = 0; i < bars.size(); i++) {
      bar(bars.get(i), selected && i == picture.bar(), top, height);
    }
    arrivals(row, top, height);
    light(row, top, height);
    if (bars.isEmpty() && isUnderWay(row)) {
      underWay(row, top + height / 2);
    } else {
      total(row, top + height / 2);
    }
  }

  private boolean isUnderWay(PageRow row) {
    return picture.live()
        && row.state() == PageRow.State.DONE
        && row.status().isEmpty()
        && row.response().isEmpty();
  }

  private static boolean isBad(PageRow row) {
    return switch (row.state()) {
      case FAILED, CUT, REFUSED -> true;
      case DONE, CACHED -> row.status().orElse(0) >= 400;
    };
  }

  private void columns(int line, PageRow row, double middle, boolean selected) {
    double em = brush.em();
    boolean critical = picture.critical() && row.critical();
    if (isBad(row)) {
      brush.cross(at.criticalLeft() + 0.35 * em, middle, 0.38 * em);
    } else if (critical) {
      brush.fill("worse", at.criticalLeft(), Math.rint(middle) - 1, Math.rint(0.85 * em), 3);
    }
    String number = Integer.toString(row.number());
    brush.text(Face.MONO, "text-2", number, at.numberRight(), middle, TextAlignment.RIGHT);
    double left = at.labelLeft();
    if (row.isJoined()) {
      boolean folded = picture.lines().folded(line);
      brush.triangle("text-2", left + 0.2 * em, middle, 0.26 * em, folded);
      left += 0.85 * em;
    }
    String token = row.state() == PageRow.State.FAILED ? "danger" : "text";
    Face face = critical || selected ? Face.STRONG : Face.BODY;
    String trips = picture.labels().trips(row);
    double room = at.tripsRight() - width(trips) - 0.8 * em - left;
    String label = fit.fit(face.font(em), row.label(), room);
    brush.text(face, token, label, left, middle, TextAlignment.LEFT);
    brush.text(Face.MONO, "text", trips, at.tripsRight(), middle, TextAlignment.RIGHT);
    if (at.wide()) {
      String size = picture.labels().size(row);
      brush.text(Face.MONO, "text", size, at.sizeRight(), middle, TextAlignment.RIGHT);
    }
  }

  private double width(String mono) {
    return Brush.monoWidth(mono, Face.MONO.font(brush.em()).getSize());
  }

  private void bar(PageBar bar, boolean selected, double top, double height) {
    double from = Math.max(time.left() - BEYOND, time.x(bar.startNanos()));
    double to = Math.min(time.right() + BEYOND, time.x(bar.endNanos()));
    if (to < time.left() || from > time.right() || bar.durationNanos() <= 0) {
      return;
    }
    boolean waiting = bar.phase() == Phase.BLOCKED;
    double inset = waiting ? 1 : 0;
    brush.bar(Ink.of(bar.phase()), from, top + inset, to - from, height - 2 * inset);
    if (bar.failed()) {
      brush.outline("danger", from - 1, top - 1, Math.max(2, to - from) + 2, height + 2);
      brush.cross(Math.min(time.right(), to), top + height / 2, 0.42 * brush.em());
    }
    if (selected) {
      brush.outline("accent", from - 2, top - 2, Math.max(2, to - from) + 4, height + 4);
    }
  }

  /// Where its bars would end if nothing but light took time.
  private void light(PageRow row, double top, double height) {
    for (PageBar bar : row.bars()) {
      double left = time.x(bar.startNanos());
      boolean roomy = time.x(bar.endNanos()) - left >= LEAST_LIT;
      for (long tick : row.light().filter(_ -> roomy).map(PageLight::ticks).orElse(List.of())) {
        double x = Math.rint(time.x(tick));
        boolean within = tick > bar.startNanos() && tick <= bar.endNanos();
        if (within && x >= time.left() && x <= time.right()) {
          brush.foot(x, top, top + height + FOOT);
        }
      }
    }
  }

  /// Interim responses as rings, body bytes as marks below the bar.
  private void arrivals(PageRow row, double top, double height) {
    for (Interim interim : row.interim()) {
      double x = time.x(interim.atNanos());
      if (x >= time.left() && x <= time.right()) {
        brush.ring("text", x, top + height / 2, 0.2 * brush.em());
      }
    }
    double last = -LEAST_APART;
    List<Chunk> chunks = row.chunks();
    for (int i = 0; chunks.size() > 1 && i < chunks.size(); i++) {
      double x = Math.rint(time.x(chunks.get(i).atNanos()));
      if (x > time.right()) {
        return;
      }
      if (x >= time.left() && x - last >= LEAST_APART) {
        brush.fill("receive-border", x, top + height, 1, 3);
        last = x;
      }
    }
  }

  /// Asked for and not there yet: a line with a hollow head.
  private void underWay(PageRow row, double middle) {
    double from = Math.max(time.left(), time.x(row.startNanos()));
    double to = Math.min(time.right(), time.x(time.window().wholeNanos()));
    if (to >= from) {
      brush.line("accent", 2, from, middle, to, middle);
      brush.ring("accent", to, middle, 0.25 * brush.em());
    }
  }

  private void total(PageRow row, double middle) {
    String text = picture.labels().total(row);
    double wide = width(text);
    double gap = 0.45 * brush.em();
    double start = time.x(row.startNanos());
    double end = time.x(row.endNanos());
    String token = isBad(row) ? "danger" : "text-2";
    if (end < time.left() - 1 || start > time.right() + 1) {
      outside(end < time.left(), middle);
      return;
    }
    double left = Math.max(time.left(), end) + gap;
    double most = at.width() - 0.3 * brush.em();
    double before = start - LINKS * brush.em();
    if (left + wide <= most) {
      brush.text(Face.MONO, token, text, left, middle, TextAlignment.LEFT);
    } else if (before - wide > time.left()) {
      brush.text(Face.MONO, token, text, before, middle, TextAlignment.RIGHT);
    } else { // over the bars, on a ground of its own
      double from = Math.max(time.left(), most - wide - 2 * gap);
      String cut = fit.fit(Face.MONO.font(brush.em()), text, most - from - gap);
      double high = at.barHeight();
      brush.fill("surface", from, middle - high / 2 - 1, most - from, high + 2);
      brush.text(Face.MONO, token, cut, from + gap, middle, TextAlignment.LEFT);
    }
  }

  /// It lies before or after what is in sight.
  private void outside(boolean before, double middle) {
    double arm = 0.3 * brush.em();
    if (before) {
      brush.text(Face.CAPTION, "text-3", "←", time.left() + arm, middle, TextAlignment.LEFT);
    } else {
      brush.text(Face.CAPTION, "text-3", "→", time.right(), middle, TextAlignment.RIGHT);
    }
  }
}
