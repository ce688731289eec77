package dev.lightfoot.app.ui.chart.page;

import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.chart.paint.Surface;
import dev.lightfoot.app.ui.chart.paint.Swatch;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.Phase;
import dev.lightfoot.report.drawing.Ink;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Dimension2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// What the colours and lines of a page's waterfall mean.
public final class PageLegend extends FlowPane {
  private static final List<Phase> PHASES =
      List.of(
          Phase.BLOCKED, Phase.DNS, Phase.TCP, Phase.TLS, Phase.SEND, Phase.WAIT, Phase.RECEIVE);

  private final HBox light;

  public PageLegend(Look look) {
    super(11, 3);
    setAlignment(Pos.CENTER_RIGHT);
    for (Phase phase : PHASES) {
      getChildren()
          .add(item(new Swatch(look, Ink.of(phase)), Words.text("page.legend." + phase.label())));
    }
    getChildren()
        .addAll(
            item(line(look, PageLegend::critical), Words.text("page.legend.critical")),
            item(line(look, PageLegend::foundBy), Words.text("page.legend.found-by")));
    light = item(line(look, PageLegend::light), Words.text("page.legend.light"));
    light.setId("page-legend-light");
    lit(false);
    getChildren().add(light);
    setMouseTransparent(true);
  }

  /// Whether the ticks of the light floor are drawn.
  public void lit(boolean drawn) {
    light.setVisible(drawn);
    light.setManaged(drawn);
  }

  private static HBox item(Node mark, String text) {
    HBox item = new HBox(5, mark, Labels.of(text, "caption"));
    item.setAlignment(Pos.CENTER_LEFT);
    item.setMinWidth(Region.USE_PREF_SIZE);
    return item;
  }

  private static Node line(Look look, BiConsumer<Brush, Dimension2D> drawing) {
    Surface surface = new Surface(look, drawing);
    surface.prefWidthProperty().bind(look.em(1.3));
    surface.prefHeightProperty().bind(look.em(0.93));
    surface.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    return surface;
  }

  private static void critical(Brush brush, Dimension2D size) {
    brush.fill("worse", 0, Math.rint(size.getHeight() / 2) - 1, size.getWidth(), 3);
  }

  private static void light(Brush brush, Dimension2D size) {
    brush.foot(Math.rint(size.getWidth() / 2), 0, size.getHeight());
  }

  private static void foundBy(Brush brush, Dimension2D size) {
    double middle = Math.rint(size.getHeight() / 2) + 0.5;
    brush.line("text-3", 1, 0, middle, size.getWidth(), middle);
    brush.fill("text-3", size.getWidth() - 4, middle - 1.5, 4, 3);
  }
}
