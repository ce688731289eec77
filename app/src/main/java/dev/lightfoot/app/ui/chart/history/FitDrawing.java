package dev.lightfoot.app.ui.chart.history;

import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Brush.Face;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.layout.Axis;
import dev.lightfoot.report.layout.history.FitPicture;
import java.util.List;
import javafx.scene.text.TextAlignment;

/// Draws first bytes by round-trip time: both axes, a ring for each measurement, the line through
/// them.
///
/// @param selected index of the spot that is looked at; −1 for none
record FitDrawing(Brush brush, FitGeometry at, int selected) {
  private static final double LABEL_ROOM = 1.5;

  void draw() {
    firstBytes();
    roundTrips();
    at.picture()
        .line()
        .ifPresent(
            line ->
                brush.line(
                    "text",
                    2,
                    at.x(line.fromRtt()),
                    at.y(line.fromFirstByte()),
                    at.x(line.toRtt()),
                    at.y(line.toFirstByte())));
    for (FitPicture.Spot spot : at.picture().spots()) {
      brush.ring(
          "text-2", at.x(spot.rttNanos()), at.y(spot.firstByteNanos()), PlotArea.RING * brush.em());
    }
    if (selected >= 0 && selected < at.picture().spots().size()) {
      FitPicture.Spot spot = at.picture().spots().get(selected);
      brush.ring(
          "accent",
          at.x(spot.rttNanos()),
          at.y(spot.firstByteNanos()),
          PlotArea.CHOSEN * brush.em());
    }
  }

  private void firstBytes() {
    Axis axis = at.picture().firstByte();
    List<Long> ticks = axis.ticks();
    double step = (at.area().bottom() - at.area().top()) / Math.max(1, ticks.size() - 1);
    int every = (int) Math.max(1, Math.ceil(LABEL_ROOM * brush.em() / Math.max(1, step)));
    for (int i = 0; i < ticks.size(); i += every) {
      double y = at.y(ticks.get(i));
      brush.line(i == 0 ? "border-strong" : "border", 1, at.area().left(), y, at.area().right(), y);
      double x = at.area().left() - 0.5 * brush.em();
      brush.text(Face.MONO, "text-2", axis.label(ticks.get(i)), x, y, TextAlignment.RIGHT);
    }
    double above = at.area().top() - 1.25 * brush.em();
    brush.text(Face.CAPTION, "text-2", Words.text("fit.first-byte"), 0, above, TextAlignment.LEFT);
  }

  private void roundTrips() {
    Axis axis = at.picture().rtt();
    double below = at.area().bottom() + 1.1 * brush.em();
    String unit = Words.text("fit.rtt");
    double most = at.area().width() - brush.width(unit) - brush.em();
    double end = Double.NEGATIVE_INFINITY;
    for (long tick : axis.ticks()) {
      double x = at.x(tick);
      brush.line("border", 1, x, at.area().top(), x, at.area().bottom() + 4);
      String label = axis.label(tick);
      double wide = Brush.monoWidth(label, Face.MONO.font(brush.em()).getSize());
      double left = x - wide / 2;
      if (left > end + brush.em() && left + wide < most) {
        brush.text(Face.MONO, "text-2", label, left, below, TextAlignment.LEFT);
        end = left + wide;
      }
    }
    brush.text(Face.CAPTION, "text-2", unit, at.area().width(), below, TextAlignment.RIGHT);
  }
}
