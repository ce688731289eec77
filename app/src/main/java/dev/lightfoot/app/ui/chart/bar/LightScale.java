package dev.lightfoot.app.ui.chart.bar;

import dev.lightfoot.analysis.distance.Places;
import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Brush.Face;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.chart.paint.Surface;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.words.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Dimension2D;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

/// How far light gets there and back in glass fibre, on a scale of 100 ms.
public final class LightScale extends Region {
  private static final double END_MILLIS = 100;

  /// 200 km a millisecond, there and back.
  private static final double KILOMETRES_PER_MILLI = 100;

  private static final double NEAR_KILOMETRES = 100;

  private static final int TICKS = 5;

  /// From the axis to the middle of the first row of texts, and from one row to the next, in em.
  private static final double FIRST_ROW = 1.6;

  private static final double ROW = 1.35;
  private static final double ABOVE = FIRST_ROW + (LightScaleLayout.ROWS - 1) * ROW + 0.8;
  private static final double BELOW = 1.9;

  /// The nearest and the farthest say most: what has no room is left out from the end.
  private enum Place {
    NEAR("", "light.near"),
    TOKYO("Tokyo", "light.tokyo"),
    NEW_YORK("New York", "light.new-york"),
    HELSINKI("Helsinki", "light.helsinki");

    private final String city;
    private final String key;

    Place(String city, String key) {
      this.city = city;
      this.key = key;
    }

    private double kilometres() {
      Places places = Places.known();
      return places
          .find(city)
          .found()
          .flatMap(to -> places.find("Zürich").found().map(to::kilometresTo))
          .orElse(NEAR_KILOMETRES);
    }

    private LightScaleLayout.Place onScale() {
      double kilometres = kilometres();
      return new LightScaleLayout.Place(
          Words.text(key, Numbers.distance(kilometres)),
          kilometres / KILOMETRES_PER_MILLI / END_MILLIS);
    }
  }

  private final Surface surface;

  public LightScale(Look look) {
    surface = new Surface(look, LightScale::draw);
    getChildren().add(surface);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(Words.text("light.name"));
    prefHeightProperty().bind(look.em(ABOVE + BELOW));
    minHeightProperty().bind(prefHeightProperty());
  }

  @Override
  protected void layoutChildren() {
    surface.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  private static void draw(Brush brush, Dimension2D size) {
    double width = size.getWidth();
    double y = Math.rint(ABOVE * brush.em()) + 0.5;
    brush.line("border-strong", 1, 0, y, width, y);
    for (int tick = 0; tick <= TICKS; tick++) {
      double x = Math.min(Math.rint(width * tick / TICKS), width - 1) + 0.5;
      brush.line("border-strong", 1, x, y - 4, x, y + 4);
    }
    ticks(brush, width, y);
    places(brush, width, y);
  }

  private static void ticks(Brush brush, double width, double y) {
    List<String> texts = new ArrayList<>();
    for (int tick = 0; tick < TICKS; tick++) {
      texts.add(Long.toString(Math.round(END_MILLIS * tick / TICKS)));
    }
    texts.add(Words.text("light.end"));
    double size = Face.MONO.font(brush.em()).getSize();
    double gap = LightScaleLayout.GAP * brush.em();
    for (LightScaleLayout.Label label :
        LightScaleLayout.ticks(width, gap, text -> Brush.monoWidth(text, size), texts)) {
      double below = y + 1.15 * brush.em();
      brush.text(Face.MONO, "text-2", label.text(), label.left(), below, TextAlignment.LEFT);
    }
  }

  private static void places(Brush brush, double width, double y) {
    double em = brush.em();
    List<LightScaleLayout.Place> places =
        Arrays.stream(Place.values()).map(Place::onScale).toList();
    LightScaleLayout layout = LightScaleLayout.of(width, em, brush::width, places);
    for (LightScaleLayout.Mark mark : layout.marks()) {
      double height = mark.row() < 0 ? FIRST_ROW - 0.8 : FIRST_ROW + mark.row() * ROW + 0.3;
      brush.foot(mark.x(), y - height * em, y);
    }
    for (LightScaleLayout.Label label : layout.labels()) {
      double middle = y - (FIRST_ROW + label.row() * ROW) * em;
      brush.text(Face.CAPTION, "text", label.text(), label.left(), middle, TextAlignment.LEFT);
    }
  }
}
