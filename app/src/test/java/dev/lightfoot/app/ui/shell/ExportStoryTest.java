package dev.lightfoot.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.testing.MemoryStore;
import dev.lightfoot.app.ui.testing.ScriptedSeries;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// What a screen shows is handed on: the secrets that stay out are shown before.
@UiTest
class ExportStoryTest {
  @SuppressWarnings("NullAway.Init") // before each test, by start
  private Rig rig;

  @Start
  void start(Stage stage) throws IOException {
    rig = new Rig(stage, new ScriptedSeries(TestSnapshots.sample().runs()), new MemoryStore());
  }

  @AfterEach
  void end() {
    rig.close();
  }

  @Test
  void aPageIsCopiedAsMarkdown(FxRobot robot) throws TimeoutException {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    Button export = robot.lookup("#page-export").queryAs(Button.class);
    assertThat(export.isDisabled()).isTrue();
    robot.clickOn("#page-sample");
    Rig.await("the page", () -> !export.isDisabled());
    robot.clickOn("#page-export");
    Rig.await("the sheet", () -> robot.lookup("#export-copy").tryQuery().isPresent());
    robot.clickOn("#export-as-md");
    robot.clickOn("#export-copy");
    Rig.await("the notice", () -> copied().contains("### The page waits 589.4 ms"));
    Rig.await("the table", () -> copied().contains("| Request |"));
  }

  @Test
  void whatStaysOutOfAProbeIsShownBeforeAndCanBeKept(FxRobot robot) throws TimeoutException {
    robot.interact(() -> rig.wiring.workspace().open(TestSnapshots.sample()));
    Button export = robot.lookup("#export").queryAs(Button.class);
    Rig.await("the probe", () -> !export.isDisabled());
    robot.clickOn("#export");
    Rig.await("the sheet", () -> robot.lookup("#export-preview").tryQuery().isPresent());
    assertThat(robot.lookup("#export-preview").queryAs(Label.class).getText())
        .contains("cookie sessionid, 10 times");
    assertThat(List.of("html", "md", "csv", "json", "har", "svg", "png"))
        .filteredOn(format -> chosen(robot, "#export-as-" + format))
        .containsExactly("html");
    assertThat(chosen(robot, "#export-without")).isTrue();
    assertThat(chosen(robot, "#export-with")).isFalse();
    robot.clickOn("#export-as-json");
    robot.clickOn("#export-copy");
    Rig.await("the copy", () -> copied().contains("sessionid=[redacted]"));
    robot.clickOn("#export");
    Rig.await("the sheet", () -> robot.lookup("#export-with").tryQuery().isPresent());
    robot.clickOn("#export-as-json");
    robot.clickOn("#export-with");
    robot.clickOn("#export-copy");
    Rig.await("the copy", () -> copied().contains("sessionid=4f2c9e"));
  }

  private static boolean chosen(FxRobot robot, String button) {
    return robot.lookup(button).queryAs(ToggleButton.class).isSelected();
  }

  /// For the window's thread.
  private static String copied() {
    String text = Clipboard.getSystemClipboard().getString();
    return text == null ? "" : text.replace('\u00a0', ' ');
  }
}
