package dev.lightfoot.app.ui.chart.compare;

import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Brush.Face;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.chart.paint.Surface;
import dev.lightfoot.app.ui.control.PointerTip;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.drawing.Ink;
import dev.lightfoot.report.layout.compare.NanosScale;
import dev.lightfoot.report.layout.compare.RunOrder;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Dimension2D;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// The totals of both sides in the order in which their runs were made: what drifts is seen here.
/// Its twin is the table of runs.
public final class OrderChart extends Region {
  /// The hollow circle of side A.
  static final Ink FIRST = new Ink("surface", "text-2", Ink.Texture.HOLLOW);

  private static final double ON_DOT = 6;

  private final Look look;
  private final Surface surface;
  private @Nullable RunOrder order;

  /// @param spoken one run as a sentence
  public OrderChart(Look look, Function<RunOrder.Dot, String> spoken) {
    this.look = look;
    this.surface = new Surface(look, this::draw);
    PointerTip tip = new PointerTip(this);
    setId("compare-order");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    getChildren().add(surface);
    prefHeightProperty().bind(look.em(9));
    minHeightProperty().bind(look.em(6));
    setOnMouseMoved(event -> tip.tell(under(event.getX(), event.getY(), spoken)));
  }

  /// Shows another order.
  ///
  /// @param sentence what it shows, for a screen reader
  public void show(RunOrder next, String sentence) {
    order = next;
    setAccessibleText(sentence);
    surface.redraw();
  }

  @Override
  protected void layoutChildren() {
    surface.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  private double left() {
    return Math.rint(4.4 * look.em());
  }

  private double x(int place, int of) {
    double from = left() + 0.8 * look.em();
    double to = getWidth() - 1.2 * look.em();
    return of < 2 ? (from + to) / 2 : from + (to - from) * place / (of - 1);
  }

  private double y(NanosScale scale, long nanos) {
    double bottom = getHeight() - 2.2 * look.em();
    double top = 0.8 * look.em();
    return bottom - (bottom - top) * scale.part(nanos);
  }

  private void draw(Brush brush, Dimension2D size) {
    RunOrder shown = order;
    if (shown == null || shown.dots().isEmpty()) {
      return;
    }
    double room =
        y(shown.scale(), shown.scale().lowNanos()) - y(shown.scale(), shown.scale().highNanos());
    for (long tick : shown.scale().ticks((int) (room / (1.7 * brush.em())) + 1)) {
      double y = Math.rint(y(shown.scale(), tick)) + 0.5;
      brush.line("border", 1, left(), y, size.getWidth() - 0.6 * brush.em(), y);
      String label = shown.scale().label(tick);
      brush.text(Face.MONO, "text-2", label, left() - 0.5 * brush.em(), y, TextAlignment.RIGHT);
    }
    dots(brush, shown);
    double bottom = size.getHeight() - 1.1 * brush.em();
    brush.text(
        Face.CAPTION, "text-2", run(1), x(0, 2) - 0.4 * brush.em(), bottom, TextAlignment.LEFT);
    int last = shown.dots().size();
    brush.text(
        Face.CAPTION,
        "text-2",
        run(last),
        size.getWidth() - 0.6 * brush.em(),
        bottom,
        TextAlignment.RIGHT);
  }

  private static String run(int number) {
    return Words.text("compare.order.run", Integer.toString(number));
  }

  private void dots(Brush brush, RunOrder shown) {
    List<RunOrder.Dot> dots = shown.dots();
    double radius = 0.25 * brush.em();
    for (int i = 0; i < dots.size(); i++) {
      double x = x(i, dots.size());
      double y = y(shown.scale(), dots.get(i).nanos());
      if (dots.get(i).second()) {
        brush.diamond("accent", x, y, 1.25 * radius);
      } else {
        brush.dot(FIRST, x, y, radius, true);
      }
    }
  }

  private String under(double x, double y, Function<RunOrder.Dot, String> spoken) {
    RunOrder shown = order;
    if (shown == null) {
      return "";
    }
    List<RunOrder.Dot> dots = shown.dots();
    for (int i = 0; i < dots.size(); i++) {
      double away = Math.hypot(x(i, dots.size()) - x, y(shown.scale(), dots.get(i).nanos()) - y);
      if (away <= ON_DOT) {
        return spoken.apply(dots.get(i));
      }
    }
    return "";
  }
}
