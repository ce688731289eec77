package dev.lightfoot.app.ui.chart.bar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.chart.paint.DrawnText;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.chart.paint.Palette;
import dev.lightfoot.app.ui.chart.paint.Surface;
import dev.lightfoot.app.ui.shell.UiTest;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.model.LeftOut;
import dev.lightfoot.model.Run;
import dev.lightfoot.report.layout.PhaseBar;
import dev.lightfoot.report.layout.PhaseBarBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Every run in the chart can be looked at, and none has another one's name.
@UiTest
class PhaseBarChartTest {
  private static final double WIDTH = 1_000;

  private final List<Run> runs = new ArrayList<>(TestSnapshots.sample().runs());
  private final List<Integer> lookedAt = new ArrayList<>();
  private final Look look = new Look();

  @SuppressWarnings("NullAway.Init") // before each test, by start
  private PhaseBarChart chart;

  @Start
  void start(Stage stage) throws IOException {
    Path theme = Path.of(System.getProperty("lightfoot.root"), "assets/theme/light.css");
    look.paletteProperty().set(Palette.parse(Files.readString(theme)));
    chart = new PhaseBarChart(look, () -> {}, lookedAt::add);
    stage.setScene(new Scene(new StackPane(chart), WIDTH, 400));
    stage.setWidth(WIDTH);
    stage.setHeight(400);
    stage.show();
  }

  @Test
  void aDotShowsItsRun(FxRobot robot) {
    PhaseBar bar = shown(robot);
    PhaseBarGeometry at = new PhaseBarGeometry(bar, runs.size(), look.em(), chart.getWidth());
    for (int row = 0; row < runs.size(); row++) {
      for (PhaseBar.Dot dot : bar.rows().get(row).dots()) {
        click(robot, at.x(dot.atNanos()), at.rowY(row));
        assertThat(lookedAt.getLast()).isEqualTo(row);
      }
    }
  }

  @Test
  void theNameOfAnOutlierShowsThatRunWhereverItIsClicked(FxRobot robot) {
    PhaseBar bar = shown(robot);
    SlowestRun slowest = SlowestRun.of(bar).orElseThrow();
    DrawnText name = name(slowest);
    for (double share : new double[] {0.05, 0.5, 0.95}) {
      double y = name.bounds().getMinY() + share * name.bounds().getHeight();
      click(robot, name.bounds().getCenterX(), y);
      assertThat(lookedAt.getLast()).isEqualTo(slowest.row());
    }
  }

  @Test
  void whatIsLeftOutOfTheMedianDoesNotGetTheNameOfTheSlowestOfTheOthers(FxRobot robot) {
    SlowestRun slowest = SlowestRun.of(shown(robot)).orElseThrow();
    runs.add(runs.get(slowest.row()));
    runs.set(slowest.row(), runs.get(slowest.row()).with(Optional.of(LeftOut.EXCLUDED)));
    PhaseBar bar = shown(robot);
    SlowestRun next = SlowestRun.of(bar).orElseThrow();
    assertThat(next.row()).isEqualTo(runs.size() - 1);
    PhaseBarGeometry at = new PhaseBarGeometry(bar, runs.size(), look.em(), chart.getWidth());
    assertThat(name(next).y()).isBetween(at.rowY(next.row()) - 1, at.rowY(next.row()) + 1);
  }

  private PhaseBar shown(FxRobot robot) {
    PhaseBar bar = PhaseBarBuilder.of(runs).build();
    robot.interact(
        () -> {
          chart.show(bar, runs.size(), "", "");
          chart.getScene().getRoot().applyCss();
          chart.getScene().getRoot().layout();
        });
    return bar;
  }

  private DrawnText name(SlowestRun run) {
    return ((Surface) chart.getChildrenUnmodifiable().getFirst())
        .texts().stream().filter(text -> text.text().equals(run.words())).findFirst().orElseThrow();
  }

  private void click(FxRobot robot, double x, double y) {
    robot.interact(
        () ->
            chart.fireEvent(
                new MouseEvent(
                    MouseEvent.MOUSE_CLICKED,
                    x,
                    y,
                    x,
                    y,
                    MouseButton.PRIMARY,
                    1,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    true,
                    false,
                    true,
                    null)));
  }
}
