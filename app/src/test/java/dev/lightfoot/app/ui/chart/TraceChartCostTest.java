package dev.lightfoot.app.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.trace.SpanTree;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.chart.paint.Palette;
import dev.lightfoot.app.ui.shell.UiTest;
import dev.lightfoot.app.ui.testing.TestTraces;
import dev.lightfoot.report.layout.TimeWindow;
import dev.lightfoot.report.layout.TraceWaterfall;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// A picture costs what is in sight, not what the trace holds.
@UiTest
class TraceChartCostTest {
  private static final int PANS = 60;

  @SuppressWarnings("NullAway.Init") // before each test, by start
  private TraceChart chart;

  private int asked;

  @Start
  void start(Stage stage) throws IOException {
    Look look = new Look();
    look.paletteProperty().set(Palette.parse(light()));
    chart = new TraceChart(look, new Deaf());
    stage.setScene(new Scene(new StackPane(chart), 1200, 600));
    // Tests share the stage, and the one before may have made it larger.
    stage.setWidth(1200);
    stage.setHeight(600);
    stage.show();
  }

  @Test
  void panningTwoHundredThousandSpansCostsLikePanningTwoThousand(FxRobot robot) {
    TraceWaterfall few = TraceWaterfall.of(SpanTree.of(TestTraces.large(2_000).spans()));
    TraceWaterfall many = TraceWaterfall.of(SpanTree.of(TestTraces.large(200_000).spans()));
    long[] first = pan(robot, few);
    int askedForFew = asked;
    long[] second = pan(robot, many);
    assertThat(asked).as("names asked for").isEqualTo(askedForFew).isLessThan(PANS * 40);
    assertThat((double) median(second) / median(first)).as("time of a picture").isLessThan(5);
  }

  /// Draws one picture after another, each a little further on, and times them.
  private long[] pan(FxRobot robot, TraceWaterfall waterfall) {
    long[] nanos = new long[PANS];
    robot.interact(
        () -> {
          asked = 0;
          TimeWindow window = TimeWindow.whole(waterfall.wholeNanos()).zoomed(0.2, 0);
          for (int i = 0; i < PANS; i++) {
            window = window.panned(window.length() / PANS);
            long before = System.nanoTime();
            chart.show(
                new TracePicture(
                    waterfall, window, -1, new BitSet(), CriticalStretches.NONE, labels()));
            chart.draw();
            nanos[i] = System.nanoTime() - before;
          }
        });
    return nanos;
  }

  private static long median(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private SpanLabels labels() {
    return new SpanLabels() {
      @Override
      public String name(int span) {
        asked++;
        return "span " + span;
      }

      @Override
      public String service(int span) {
        return "service";
      }

      @Override
      public String duration(int span) {
        return "1.0";
      }

      @Override
      public String spoken(int span) {
        return "span " + span;
      }
    };
  }

  private static String light() throws IOException {
    String name = "/assets/theme/light.css";
    try (InputStream in =
        Objects.requireNonNull(TraceChartCostTest.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// Hears nothing.
  private static final class Deaf implements TraceCommands {
    @Override
    public void select(int span) {}

    @Override
    public void fold(int span, boolean folded) {}

    @Override
    public void zoom(double factor, long aroundNanos) {}

    @Override
    public void pan(long byNanos) {}

    @Override
    public void look(long fromNanos, long toNanos) {}

    @Override
    public void showTable() {}

    @Override
    public void nextError() {}

    @Override
    public void toggleCritical() {}

    @Override
    public void copy() {}
  }
}
