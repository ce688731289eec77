package dev.lightfoot.app.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.stack.RowLabel;
import dev.lightfoot.analysis.stack.Stack;
import dev.lightfoot.analysis.stack.StackBar;
import dev.lightfoot.analysis.stack.StackRow;
import dev.lightfoot.app.ui.chart.paint.DrawnText;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.chart.paint.Palette;
import dev.lightfoot.app.ui.chart.paint.Surface;
import dev.lightfoot.app.ui.chart.paint.TextFit;
import dev.lightfoot.app.ui.chart.row.TimeScale;
import dev.lightfoot.app.ui.shell.UiTest;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.report.layout.PhaseBarBuilder;
import dev.lightfoot.report.layout.StackLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import javafx.geometry.Bounds;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// A row of the stack, wherever its bar lies and however unsure its clock is.
@UiTest
class StackRowDrawingTest {
  private static final int HEIGHT = 100;

  private final Random random = new Random(11);

  private final Look look = new Look();

  @Start
  void start(Stage stage) throws IOException {
    Path theme = Path.of(System.getProperty("lightfoot.root"), "assets/theme/light.css");
    look.paletteProperty().set(Palette.parse(Files.readString(theme)));
  }

  @Test
  void noWhiskerGoesThroughALabel(FxRobot robot) {
    robot.interact(
        () -> {
          for (int i = 0; i < 2_000; i++) {
            check(i % 2 == 0 ? 14 : 28, 520 + random.nextInt(1_000));
          }
        });
  }

  private void check(double em, double width) {
    StackLayout layout = layout(100_000L + random.nextInt(90_000), 1L + random.nextInt(60_000));
    StackGeometry at = new StackGeometry(em, width, HEIGHT, 0);
    TimeScale time = at.time(layout.window());
    StackPicture picture =
        new StackPicture(PhaseBarBuilder.of(List.of()).build(), layout, time.window(), -1, _ -> "");
    look.emProperty().set(em);
    Surface surface =
        new Surface(
            look,
            (brush, _) -> new StackRowDrawing(brush, at, picture, time, new TextFit()).draw(1, 0));
    surface.resize(width, HEIGHT);
    StackBar bar = layout.at(1).bars().getFirst();
    for (DrawnText text : surface.texts()) {
      Bounds label = text.bounds();
      // what has no room beside its row stands at the right edge, on a ground of its own
      boolean ground = label.getMaxX() > width - 0.4 * em - 2;
      for (long end : new long[] {bar.startNanos(), bar.endNanos()}) {
        double from = Math.max(time.left(), time.x(end - bar.whiskerNanos()));
        double to = Math.min(time.right(), time.x(end + bar.whiskerNanos()));
        boolean through = label.getMinX() < to && label.getMaxX() > from;
        assertThat(through && !ground)
            .as(
                "%s from %s to %s, whisker %s to %s",
                text.text(), label.getMinX(), label.getMaxX(), from, to)
            .isFalse();
      }
    }
  }

  private StackLayout layout(long start, long took) {
    long whisker = 1L + random.nextInt(50_000);
    Layer layer = random.nextBoolean() ? Layer.APP : Layer.DATABASE;
    return StackLayout.of(
        new Stack(
            List.of(
                row(0, Layer.REQUEST, new StackBar(100_000, 150_000, 0)),
                row(1, layer, new StackBar(start, took, whisker))),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            150_000,
            0,
            0));
  }

  private static StackRow row(int depth, Layer layer, StackBar bar) {
    return new StackRow(
        depth,
        new RowLabel.Named("row"),
        layer,
        Evidence.IMPORTED,
        List.of(bar),
        false,
        1,
        false,
        0,
        OptionalLong.empty(),
        bar.durationNanos(),
        OptionalLong.empty(),
        bar.durationNanos(),
        List.of(),
        0,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        0,
        List.of());
  }
}
