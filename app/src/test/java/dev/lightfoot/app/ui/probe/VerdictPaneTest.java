package dev.lightfoot.app.ui.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.shell.UiTest;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.app.ui.workspace.Stage;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// What the sentence asks for next is a button beside it.
@UiTest
class VerdictPaneTest {
  private final List<String> asked = new ArrayList<>();

  @SuppressWarnings("NullAway.Init") // before each test, by start
  private VerdictPane pane;

  @Start
  void start(javafx.stage.Stage stage) {
    pane =
        new VerdictPane(
            new Look(),
            () -> asked.add("curl"),
            () -> asked.add("table"),
            () -> asked.add("stack"),
            () -> asked.add("logs"),
            () -> asked.add("compare"));
    stage.setScene(new Scene(pane, 1_000, 200));
    stage.show();
  }

  @Test
  void whereNoLogOpensTheWaitAButtonAddsTheServersLogsElseItOpensTheStack(FxRobot robot) {
    ProbeReading reading = ProbeReading.of(TestSnapshots.sample(), 10);
    robot.interact(() -> pane.show(reading, Stage.DONE, false));
    assertThat(reading.headline().second().orElse("")).contains("no log has opened it yet");
    press(robot, "#verdict-add-logs", "Add the server’s logs");
    robot.interact(() -> pane.show(reading, Stage.DONE, true));
    press(robot, "#verdict-stack", "Open in Stack");
    assertThat(asked).containsExactly("logs", "stack");
    assertThat(pane.lookup("#verdict-add-logs").isVisible()).isFalse();
  }

  private void press(FxRobot robot, String id, String words) {
    Button button = (Button) pane.lookup(id);
    assertThat(button.isVisible()).isTrue();
    assertThat(button.getText()).isEqualTo(words);
    robot.interact(button::fire);
  }
}
