package dev.lightfoot.app.ui.chart;

import dev.lightfoot.app.ui.chart.Brush.Face;
import dev.lightfoot.app.ui.words.Words;
import javafx.geometry.Dimension2D;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

/// How far light gets there and back in glass fibre, on a scale of 100 ms.
public final class LightScale extends Region {
  private static final double END_MILLIS = 100;

  /// 200 km a millisecond, there and back.
  private static final double KILOMETRES_PER_MILLI = 100;

  private enum Place {
    NEAR(100, "light.near", false),
    HELSINKI(1775, "light.helsinki", false),
    NEW_YORK(6324, "light.new-york", false),
    TOKYO(9580, "light.tokyo", true);

    private final double kilometres;
    private final String key;
    private final boolean leftAbove;

    Place(double kilometres, String key, boolean leftAbove) {
      this.kilometres = kilometres;
      this.key = key;
      this.leftAbove = leftAbove;
    }
  }

  private final Surface surface;

  public LightScale(Look look) {
    surface = new Surface(look, LightScale::draw);
    getChildren().add(surface);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(Words.text("light.name"));
    prefHeightProperty().bind(look.em(5));
    minHeightProperty().bind(prefHeightProperty());
  }

  @Override
  protected void layoutChildren() {
    surface.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  private static void draw(Brush brush, Dimension2D size) {
    double em = brush.em();
    double width = size.getWidth() - 2 * em;
    double y = Math.rint(3.1 * em) + 0.5;
    brush.line("border-strong", 1, 0, y, width, y);
    for (int tick = 0; tick <= END_MILLIS; tick += 20) {
      double x = Math.rint(width * tick / END_MILLIS) + 0.5;
      brush.line("border-strong", 1, x, y - 4, x, y + 4);
      boolean last = tick == END_MILLIS;
      brush.text(
          Face.MONO,
          "text-2",
          last ? Words.text("light.end") : Integer.toString(tick),
          x,
          y + 1.15 * em,
          last ? TextAlignment.RIGHT : tick == 0 ? TextAlignment.LEFT : TextAlignment.CENTER);
    }
    for (Place place : Place.values()) {
      double x = Math.rint(width * place.kilometres / KILOMETRES_PER_MILLI / END_MILLIS);
      brush.foot(x, y - 1.9 * em, y);
      brush.text(
          Face.CAPTION,
          "text",
          Words.text(place.key),
          place.leftAbove ? x + 0.3 * em : x + 0.5 * em,
          place.leftAbove ? y - 2.5 * em : y - 1.6 * em,
          place.leftAbove ? TextAlignment.RIGHT : TextAlignment.LEFT);
    }
  }
}
