package dev.lightfoot.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.testing.ScriptedSeries;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.app.ui.workspace.Notice;
import dev.lightfoot.app.ui.workspace.Screen;
import java.io.IOException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// However long a notice is and however narrow the window, it can be read and dismissed.
@UiTest
class NoticeBarTest {
  private static final String LONG =
      "/a/path/without/any/space/" + "x".repeat(400) + " could not be read. ".repeat(60);

  @SuppressWarnings("NullAway.Init") // before each test, by start
  private Rig rig;

  @Start
  void start(Stage stage) throws IOException {
    rig = new Rig(stage, new ScriptedSeries(TestSnapshots.sample().runs()));
  }

  @AfterEach
  void end() {
    rig.close();
  }

  @Test
  void besideALongTextTheButtonsKeepTheirSize(FxRobot robot) {
    for (int font : new int[] {14, 18, 28}) {
      tell(robot, font);
      Bounds window = rig.scene().getRoot().getLayoutBounds();
      for (String id : new String[] {"notice-action", "notice-dismiss"}) {
        Button button = rig.button(id);
        Bounds at = button.localToScene(button.getLayoutBounds());
        assertThat(button.getWidth()).as(id).isGreaterThanOrEqualTo(button.prefWidth(-1) - 0.5);
        assertThat(at.getMaxX()).as(id).isLessThanOrEqualTo(window.getMaxX());
        assertThat(at.getMinX()).as(id).isGreaterThanOrEqualTo(0);
      }
      Label text = rig.node("notice-text", Label.class);
      assertThat(text.getWidth()).isGreaterThan(100);
      assertThat(text.getHeight()).isBetween(2.0 * font, 8.0 * font);
      assertThat(text.getTooltip().getText()).isEqualTo(LONG);
    }
  }

  @Test
  void theButtonDismissesIt(FxRobot robot) {
    tell(robot, 14);
    robot.clickOn("#notice-dismiss");
    assertThat(rig.text("notice-text")).isEmpty();
  }

  @Test
  void escapeDismissesItWhereverTheFocusIs(FxRobot robot) {
    tell(robot, 14);
    robot.interact(() -> rig.field("address").requestFocus());
    robot.push(KeyCode.ESCAPE);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(rig.text("notice-text")).isEmpty();
  }

  @Test
  void itLiesUnderTheTopBarOfEveryScreen(FxRobot robot) {
    tell(robot, 14);
    for (Screen screen : Screen.values()) {
      robot.interact(() -> rig.wiring.workspace().screenProperty().set(screen));
      robot.interact(() -> rig.scene().getRoot().layout());
      Node notice = rig.node("notice", Node.class);
      double top = notice.localToScene(notice.getLayoutBounds()).getMinY();
      double bars =
          rig.scene().getRoot().lookupAll(".top-bar").stream()
              .filter(Rig::visible)
              .mapToDouble(bar -> bar.localToScene(bar.getLayoutBounds()).getMaxY())
              .max()
              .orElse(0);
      assertThat(Rig.visible(notice)).as(screen.name()).isTrue();
      assertThat(top).as(screen.name()).isGreaterThanOrEqualTo(bars);
    }
  }

  @Test
  void itGoesByItselfOnceItWasRead(FxRobot robot) {
    robot.interact(() -> rig.wiring.workspace().tell(Notice.plain("It is saved.")));
    assertThat(rig.text("notice-text")).isEqualTo("It is saved.");
    rig.passNotices();
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(rig.text("notice-text")).isEmpty();
  }

  @Test
  void anErrorStaysAndALaterNoticeIsNotTakenAlong(FxRobot robot) {
    robot.interact(() -> rig.wiring.workspace().tell(Notice.plain("It is saved.")));
    robot.interact(() -> rig.wiring.workspace().tell(Notice.bad("It broke.")));
    rig.passNotices();
    rig.passNotices();
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(rig.text("notice-text")).isEqualTo("It broke.");
  }

  @Test
  void whoIsAtItsButtonKeepsIt(FxRobot robot) {
    Notice notice = Notice.plain("It is deleted.").offering("Undo", () -> {});
    robot.interact(() -> rig.wiring.workspace().tell(notice));
    robot.interact(() -> rig.button("notice-action").requestFocus());
    rig.passNotices();
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(rig.text("notice-text")).isEqualTo("It is deleted.");
    robot.interact(() -> rig.field("address").requestFocus());
    rig.passNotices();
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(rig.text("notice-text")).isEmpty();
  }

  private void tell(FxRobot robot, int font) {
    robot.interact(
        () -> {
          var settings = rig.wiring.workspace().settingsProperty();
          settings.set(settings.get().withFontSize(font));
          rig.stage.setWidth(rig.stage.getMinWidth());
          rig.wiring.workspace().tell(Notice.bad(LONG).offering("Show in Logs", () -> {}));
        });
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(
        () -> {
          rig.scene().getRoot().applyCss();
          rig.scene().getRoot().layout();
        });
  }
}
