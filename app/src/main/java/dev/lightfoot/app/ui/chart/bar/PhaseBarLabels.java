package dev.lightfoot.app.ui.chart.bar;

import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Brush.Face;
import dev.lightfoot.model.Phase;
import dev.lightfoot.report.layout.PhaseBar;
import dev.lightfoot.report.words.Numbers;
import java.util.List;
import javafx.scene.text.TextAlignment;

/// Names and times over the bars. They stand over the start of their bar; where the next one would
/// be covered, without trips; where even that is too long, not at all: the tooltip and the table
/// have them.
final class PhaseBarLabels {
  private final Brush brush;
  private final PhaseBarGeometry at;
  private final PhaseBar bar;

  PhaseBarLabels(Brush brush, PhaseBarGeometry at, PhaseBar bar) {
    this.brush = brush;
    this.at = at;
    this.bar = bar;
  }

  void draw() {
    double free = 0;
    List<PhaseBar.Bar> shown = bar.bars().stream().filter(each -> named(each)).toList();
    for (int i = 0; i < shown.size(); i++) {
      PhaseBar.Bar each = shown.get(i);
      double x = Math.max(at.x(each.startNanos()) + 1, free);
      double room = (i + 1 < shown.size() ? at.x(shown.get(i + 1).startNanos()) : at.right()) - x;
      String number = Numbers.ofTenths(each.tenths()) + (i == shown.size() - 1 ? " ms" : "");
      double width =
          Math.max(brush.width(each.label()), Brush.monoWidth(number, 0.893 * brush.em()));
      if (x > at.x(each.startNanos()) + Math.max(10, at.width(each.durationNanos()))) {
        continue;
      }
      if (room < width && i + 1 < shown.size() && at.width(each.durationNanos()) < width * 0.7) {
        continue;
      }
      label(each, number, x, room);
      free = x + width + Math.max(8, 0.55 * brush.em());
    }
  }

  private boolean named(PhaseBar.Bar each) {
    return at.width(each.durationNanos()) >= 5 && each.phase() != Phase.SEND;
  }

  private void label(PhaseBar.Bar each, String number, double x, double room) {
    double first = at.labelTop() + 0.5 * brush.em();
    brush.text(Face.CAPTION, "text", each.label(), x, first, TextAlignment.LEFT);
    String trips = trips(each);
    double named = brush.width(each.label());
    if (!trips.isEmpty() && named + brush.width(trips) + 4 <= room) {
      brush.text(Face.CAPTION, "text-2", trips, x + named, first, TextAlignment.LEFT);
    }
    brush.text(Face.MONO_STRONG, "text", number, x, first + brush.em(), TextAlignment.LEFT);
  }

  private static String trips(PhaseBar.Bar each) {
    int trips = each.trips().orElse(0);
    return trips == 0 ? "" : " · " + trips + (trips == 1 ? " trip" : " trips");
  }
}
