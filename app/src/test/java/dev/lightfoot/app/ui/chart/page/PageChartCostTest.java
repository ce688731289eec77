package dev.lightfoot.app.ui.chart.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.chart.paint.Palette;
import dev.lightfoot.app.ui.shell.UiTest;
import dev.lightfoot.app.ui.testing.TestPages;
import dev.lightfoot.model.Run;
import dev.lightfoot.report.layout.TimeWindow;
import dev.lightfoot.report.layout.page.PageChoice;
import dev.lightfoot.report.layout.page.PageGroup;
import dev.lightfoot.report.layout.page.PageLane;
import dev.lightfoot.report.layout.page.PageMark;
import dev.lightfoot.report.layout.page.PageRow;
import dev.lightfoot.report.layout.page.PageWaterfall;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// A picture costs what is in sight, not what the page holds.
@UiTest
class PageChartCostTest {
  private static final int PICTURES = 60;

  @SuppressWarnings("NullAway.Init") // before each test, by start
  private PageChart chart;

  private int asked;

  @Start
  void start(Stage stage) throws IOException {
    Look look = new Look();
    look.paletteProperty().set(Palette.parse(light()));
    chart = new PageChart(look, new Deaf());
    stage.setScene(new Scene(new StackPane(chart), 1280, 620));
    // Tests share the stage, and the one before may have made it larger.
    stage.setWidth(1280);
    stage.setHeight(620);
    stage.show();
  }

  @Test
  void tenThousandRequestsCostLikeFiveHundred(FxRobot robot) {
    long[] few = pictures(robot, lines(500));
    int askedForFew = asked;
    long[] many = pictures(robot, lines(10_000));
    assertThat(asked).as("totals asked for").isLessThan(2 * askedForFew);
    System.out.printf(
        Locale.ROOT,
        "a picture of 500 rows: median %.2f ms, slowest %.2f ms; of 10 000: %.2f ms, %.2f ms%n",
        few[PICTURES / 2] / 1e6,
        few[PICTURES - 1] / 1e6,
        many[PICTURES / 2] / 1e6,
        many[PICTURES - 1] / 1e6);
    assertThat((double) many[PICTURES / 2] / few[PICTURES / 2])
        .as("time of a picture")
        .isLessThan(8);
  }

  private static PageLines lines(int requests) {
    List<Run> runs = TestPages.large(requests).runs();
    PageWaterfall waterfall = PageWaterfall.of(runs.getFirst(), runs);
    return new PageLines(waterfall.view(PageChoice.STANDARD), Map.of());
  }

  /// Draws one picture after another, each further down and along, and times them; sorted.
  private long[] pictures(FxRobot robot, PageLines lines) {
    long[] nanos = new long[PICTURES];
    robot.interact(
        () -> {
          asked = 0;
          TimeWindow window = lines.view().waterfall().window().zoomed(0.2, 0);
          for (int i = 0; i < PICTURES; i++) {
            window = window.panned(window.length() / PICTURES);
            int selected = i * (lines.size() / PICTURES);
            long before = System.nanoTime();
            chart.show(new PagePicture(lines, window, selected, -1, true, true, false, labels()));
            chart.draw();
            nanos[i] = System.nanoTime() - before;
          }
        });
    Arrays.sort(nanos);
    return nanos;
  }

  private PageLabels labels() {
    return new PageLabels() {
      @Override
      public String trips(PageRow row) {
        return "1";
      }

      @Override
      public String size(PageRow row) {
        return "1.0 kB";
      }

      @Override
      public String total(PageRow row) {
        asked++;
        return "12.3";
      }

      @Override
      public String title(PageGroup group) {
        return "First party";
      }

      @Override
      public String name(PageGroup group) {
        return "shop.test";
      }

      @Override
      public String sums(PageGroup group) {
        return "all of it";
      }

      @Override
      public String connections() {
        return "40 opened";
      }

      @Override
      public String lane(PageLane lane) {
        return "1 shop.test h2";
      }

      @Override
      public String rtt(PageLane lane) {
        return "RTT 40.1";
      }

      @Override
      public String mark(PageMark mark) {
        return "load";
      }

      @Override
      public String spoken(PageLines lines, ChartLine line) {
        return "a line";
      }

      @Override
      public String spoken(PageRow row, int bar) {
        return "a phase";
      }
    };
  }

  private static String light() throws IOException {
    String name = "/assets/theme/light.css";
    try (InputStream in =
        Objects.requireNonNull(PageChartCostTest.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// Hears nothing.
  private static final class Deaf implements PageCommands {
    @Override
    public void select(int line) {}

    @Override
    public void selectBar(int bar) {}

    @Override
    public void fold(int line, boolean folded) {}

    @Override
    public void zoom(double factor, long aroundNanos) {}

    @Override
    public void pan(long byNanos) {}

    @Override
    public void look(long fromNanos, long toNanos) {}

    @Override
    public void showDetails() {}

    @Override
    public void showTable() {}

    @Override
    public void nextFailed() {}

    @Override
    public void toggleCritical() {}

    @Override
    public void toggleFoundBy() {}

    @Override
    public void copy() {}
  }
}
