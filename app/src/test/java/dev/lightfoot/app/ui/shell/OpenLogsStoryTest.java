package dev.lightfoot.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.testing.ScriptedSeries;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.app.ui.testing.TestStacks;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.app.ui.workspace.setting.RememberedLogs;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Log files are removed by the keyboard, come back by Ctrl Z, and are open again at the next
/// start, unless the person wants them forgotten.
@UiTest
class OpenLogsStoryTest {
  @TempDir Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init") // before each test, by start
  private Stage stage;

  @SuppressWarnings("NullAway.Init") // before each test, by start
  private Rig rig;

  @Start
  void start(Stage given) throws IOException {
    stage = given;
    rig = new Rig(stage, series());
    rig.wiring.restore();
  }

  @AfterEach
  void end(FxRobot robot) {
    robot.interact(() -> rig.wiring.close());
    rig.close();
  }

  @Test
  void aFileIsRemovedByTheKeyboardAndComesBackByCtrlZ(FxRobot robot)
      throws IOException, TimeoutException {
    openBoth(robot);
    robot.interact(() -> files().requestFocus());
    robot.push(KeyCode.HOME).push(KeyCode.DELETE);
    Rig.await("its routes are gone", () -> routes().getItems().size() == 1);
    assertThat(files().getItems().size()).isEqualTo(1);
    assertThat(files().getSelectionModel().getSelectedItems().isEmpty()).isTrue();
    assertThat(rig.text("notice-text")).contains("traces.jsonl was removed");
    robot.push(KeyCode.DELETE);
    assertThat(files().getItems().size()).as("no other goes with it").isEqualTo(1);
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    Rig.await("they are back", () -> routes().getItems().size() == 3);
    Rig.await("and the file", () -> files().getItems().size() == 2);
  }

  @Test
  void buttonsDoTheSame(FxRobot robot) throws IOException, TimeoutException {
    openBoth(robot);
    assertThat(rig.button("logs-remove").isDisabled()).isTrue();
    robot.interact(() -> files().getSelectionModel().select(1));
    robot.clickOn("#logs-remove");
    Rig.await("removed", () -> routes().getItems().size() == 2);
    Files.writeString(folder.resolve("traces.jsonl"), "");
    robot.clickOn("#logs-again");
    Rig.await("read as it is now", () -> routes().getItems().isEmpty());
    assertThat(rig.text("logs-sentence")).isEqualTo("What was read contains no requests.");
  }

  @Test
  void aRemovedLogIsNoLongerInTheStackNorInWhatIsSaved(FxRobot robot)
      throws IOException, TimeoutException {
    robot.interact(() -> rig.wiring.workspace().open(TestStacks.measured()));
    show(robot, Screen.STACK);
    open(robot, TestStacks.write(folder));
    Rig.await("joined", () -> rig.text("stack-sentence").contains("51 trips to the database"));
    show(robot, Screen.LOGS);
    robot.interact(() -> files().getSelectionModel().select(0));
    robot.clickOn("#logs-remove");
    show(robot, Screen.STACK);
    Rig.await("closed", () -> rig.text("stack-sentence").contains("no server log opens it"));
    Snapshot kept = Objects.requireNonNull(rig.wiring.workspace().joinedProperty().get());
    assertThat(kept.runs()).extracting(Run::spans).allMatch(List::isEmpty);
  }

  @Test
  void whatWasOpenIsOpenAgainAndWhatIsGoneIsNamed(FxRobot robot)
      throws IOException, TimeoutException {
    openBoth(robot);
    Rig.await("remembered", () -> Files.exists(RememberedLogs.path(rig.folder)));
    Files.delete(folder.resolve("access.log"));
    restart(robot);
    Rig.await("the notice", () -> rig.text("notice-text").contains("access.log was open before"));
    assertThat(rig.wiring.workspace().screenProperty().get()).isEqualTo(Screen.PROBE);
    robot.clickOn("#notice-action");
    Rig.await("Logs", () -> rig.wiring.workspace().screenProperty().get() == Screen.LOGS);
    Rig.await("its routes", () -> routes().getItems().size() == 2);
    assertThat(rig.text("logs-sentences")).contains("access.log: There is no such file.");
  }

  @Test
  void theSettingForgetsThem(FxRobot robot) throws IOException, TimeoutException {
    openBoth(robot);
    Path kept = RememberedLogs.path(rig.folder);
    Rig.await("remembered", () -> Files.exists(kept));
    show(robot, Screen.SETTINGS);
    robot.interact(() -> rig.node("settings-reopen-forget", ButtonBase.class).fire());
    Rig.await("forgotten", () -> Files.notExists(kept));
    assertThat(routes().getItems().size()).as("still open now").isEqualTo(3);
    restart(robot);
    show(robot, Screen.LOGS);
    assertThat(rig.text("logs-sentence")).isEqualTo("No log is open.");
  }

  private static ScriptedSeries series() {
    return new ScriptedSeries(TestSnapshots.sample().runs());
  }

  private void openBoth(FxRobot robot) throws IOException, TimeoutException {
    show(robot, Screen.LOGS);
    Path other = folder.resolve("access.log");
    Files.writeString(
        other,
        "192.0.2.1 - - [23/Nov/2026:10:00:00 +0000] \"GET /old HTTP/1.1\" 200 5 \"-\" \"curl\"\n");
    open(robot, TestStacks.write(folder), other);
    Rig.await("routes", () -> routes().getItems().size() == 3);
    Rig.await("files", () -> files().getItems().size() == 2);
  }

  private void restart(FxRobot robot) {
    Path data = rig.folder;
    robot.interact(() -> rig.wiring.close());
    rig.close();
    robot.interact(
        () -> {
          rig = Rig.of(stage, series(), data);
          rig.wiring.restore();
        });
  }

  private void show(FxRobot robot, Screen screen) {
    robot.interact(() -> rig.wiring.workspace().screenProperty().set(screen));
  }

  private void open(FxRobot robot, Path... paths) {
    robot.interact(() -> rig.wiring.open(List.of(paths)));
  }

  private TableView<?> routes() {
    return rig.node("routes", TableView.class);
  }

  private TableView<?> files() {
    return rig.node("log-files", TableView.class);
  }
}
