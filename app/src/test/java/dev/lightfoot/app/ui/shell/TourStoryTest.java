package dev.lightfoot.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.testing.MemoryStore;
import dev.lightfoot.app.ui.testing.ScriptedSeries;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.app.ui.workspace.Screen;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The tour in the whole window.
@UiTest
class TourStoryTest {
  private final ScriptedSeries series = new ScriptedSeries(TestSnapshots.sample().runs());

  @SuppressWarnings("NullAway.Init") // before each test, by start
  private Rig rig;

  @Start
  void start(Stage stage) throws Exception {
    rig = new Rig(stage, series, new MemoryStore());
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void theTourIsTakenByKeysLeftAndTakenUpAgain(FxRobot robot) throws TimeoutException {
    assertThat(rig.node("tour", Node.class).isVisible()).isFalse();
    robot.clickOn("#take-tour");
    Rig.await("the first step", () -> rig.text("tour-title").startsWith("Tour, 1 of"));
    Rig.await("the page", () -> rig.field("address").getText().contains("/nplus1/"));
    robot.interact(() -> rig.node("tour-next", Node.class).requestFocus());
    robot.type(KeyCode.SPACE);
    Rig.await("the stack", () -> rig.wiring.workspace().screenProperty().get() == Screen.STACK);
    Rig.await("its sentence", () -> rig.text("stack-sentence").contains("51 trips"));
    robot.interact(() -> rig.node("tour-leave", Node.class).requestFocus());
    robot.type(KeyCode.SPACE);
    Rig.await("no guide", () -> !rig.node("tour", Node.class).isVisible());
    robot.interact(() -> rig.wiring.workspace().screenProperty().set(Screen.SETTINGS));
    robot.interact(() -> rig.node("settings-tour", Node.class).requestFocus());
    robot.type(KeyCode.SPACE);
    Rig.await("where it was left", () -> rig.text("tour-title").startsWith("Tour, 2 of"));
    assertThat(series.plans()).isEmpty();
  }
}
