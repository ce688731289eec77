package dev.lightfoot.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.testing.ScriptedSeries;
import dev.lightfoot.app.ui.testing.TestPages;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.app.ui.testing.TestStacks;
import dev.lightfoot.app.ui.workspace.Screen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// From a measurement to its findings, from a finding to what shows it, and what someone decides to
/// live with.
@UiTest
class FindingsStoryTest {
  @TempDir Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init") // before each test, by start
  private Stage stage;

  @SuppressWarnings("NullAway.Init") // before each test, by start
  private Rig rig;

  @Start
  void start(Stage given) throws IOException {
    stage = given;
    rig = new Rig(stage, new ScriptedSeries(TestSnapshots.sample().runs()));
  }

  @AfterEach
  void end() {
    rig.close();
  }

  @Test
  void withNothingOpenItOffersTheSample(FxRobot robot) throws TimeoutException {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
    assertThat(rig.text("findings-sentence")).isEqualTo("Nothing is open yet.");
    assertThat(rig.button("findings-sample").isFocused()).isTrue();
    robot.push(KeyCode.SPACE);
    Rig.await("the sample", () -> rig.text("probe-largest").startsWith("Largest saving: "));
    robot.interact(() -> rig.node("probe-largest", Hyperlink.class).fire());
    Rig.await("its finding", () -> at(Screen.FINDINGS) && !rig.text("finding-title").isEmpty());
    assertThat(rig.text("findings-sentence")).startsWith("7 findings. The largest alone saves");
  }

  @Test
  void whatIsAcknowledgedFallsFromTheBadgeAndStaysSoAfterARestart(FxRobot robot)
      throws TimeoutException {
    robot.interact(() -> rig.wiring.workspace().open(TestStacks.measured()));
    Rig.await("the badge", () -> rig.text("rail-badge").equals("4"));
    assertThat(rig.node("rail-findings", Node.class).getAccessibleText())
        .isEqualTo("Findings, Control 4, 4 findings of high or medium severity");
    show(robot, Screen.FINDINGS);
    robot.interact(() -> rig.button("finding-acknowledge").fire());
    robot.write("known").push(KeyCode.ENTER);
    Rig.await("the badge falls", () -> rig.text("rail-badge").equals("3"));
    assertThat(table("findings").getItems()).hasSize(6);
    robot.interact(() -> rig.wiring.close());
    rig.close();
    Path kept = rig.folder;
    robot.interact(
        () -> rig = Rig.of(stage, new ScriptedSeries(TestSnapshots.sample().runs()), kept));
    robot.interact(() -> rig.wiring.workspace().open(TestStacks.measured()));
    show(robot, Screen.FINDINGS);
    Rig.await("remembered", () -> rig.text("rail-badge").equals("3"));
    assertThat(table("findings-acknowledged").getItems()).hasSize(1);
  }

  @Test
  void aDayThatIsNoneIsSaid(FxRobot robot) throws TimeoutException {
    robot.interact(() -> rig.wiring.workspace().open(TestStacks.measured()));
    show(robot, Screen.FINDINGS);
    Rig.await("the finding", () -> !rig.text("finding-title").isEmpty());
    robot.interact(() -> rig.button("finding-acknowledge").fire());
    robot.write("known").push(KeyCode.TAB).write("tomorrow").push(KeyCode.ENTER);
    Rig.await("said", () -> rig.text("acknowledge-wrong").startsWith("“tomorrow” is not a day"));
  }

  @Test
  void aSpanOpensInTheStackOfTheMeasurement(FxRobot robot) throws IOException, TimeoutException {
    robot.interact(() -> rig.wiring.workspace().open(TestStacks.measured()));
    show(robot, Screen.STACK);
    read(robot);
    Rig.await("joined", () -> rig.text("stack-sentence").contains("51 trips to the database"));
    Rig.await("the line", () -> rig.text("stack-largest").startsWith("Largest saving: "));
    show(robot, Screen.FINDINGS);
    Rig.await("its evidence", () -> evidence().size() == 7);
    robot.interact(() -> table("findings").requestFocus());
    robot.push(KeyCode.ENTER);
    Rig.await("shown", () -> at(Screen.STACK) || at(Screen.TRACE));
  }

  @Test
  void aSpanOfLogsOpensInItsTraceAndEscapeLeadsBack(FxRobot robot)
      throws IOException, TimeoutException {
    show(robot, Screen.FINDINGS);
    read(robot);
    show(robot, Screen.FINDINGS);
    Rig.await("its evidence", () -> evidence().size() == 7);
    robot.interact(() -> ((Hyperlink) evidence().get(3)).fire());
    Rig.await("the trace", () -> at(Screen.TRACE) && !rig.text("span-name").isEmpty());
    assertThat(rig.text("span-name")).startsWith("SELECT");
    robot.push(KeyCode.ESCAPE);
    Rig.await("back", () -> at(Screen.FINDINGS));
  }

  @Test
  void aRequestOpensInItsRunOfTheProbe(FxRobot robot) throws TimeoutException {
    robot.interact(() -> rig.wiring.workspace().open(TestStacks.measured()));
    show(robot, Screen.FINDINGS);
    Rig.await("the finding", () -> !table("findings").getItems().isEmpty());
    robot.interact(() -> table("findings").getSelectionModel().select(2));
    robot.interact(() -> rig.button("finding-show").fire());
    Rig.await("shown", () -> at(Screen.PROBE));
  }

  @Test
  void aRequestOfAPageOpensInItsRow(FxRobot robot) throws TimeoutException {
    robot.interact(() -> rig.wiring.workspace().open(TestPages.picture()));
    Rig.await("the line", () -> rig.text("page-largest").startsWith("Largest saving: "));
    show(robot, Screen.FINDINGS);
    robot.interact(() -> table("findings").getSelectionModel().select(2));
    Rig.await("its place", () -> rig.button("finding-show").getText().equals("Show in Page"));
    robot.interact(() -> rig.button("finding-show").fire());
    Rig.await("shown", () -> at(Screen.PAGE) && rig.text("page-subject").startsWith("Row 1:"));
  }

  @Test
  void theFilterFindsAndEscapeClearsIt(FxRobot robot) throws TimeoutException {
    robot.interact(() -> rig.wiring.workspace().open(TestStacks.measured()));
    show(robot, Screen.FINDINGS);
    Rig.await("all", () -> table("findings").getItems().size() == 7);
    robot.push(KeyCode.CONTROL, KeyCode.F).write("favicon");
    Rig.await("one", () -> table("findings").getItems().size() == 1);
    robot.push(KeyCode.ESCAPE);
    Rig.await("all again", () -> table("findings").getItems().size() == 7);
    robot.interact(() -> rig.node("findings-severity-high", ToggleButton.class).fire());
    Rig.await("two", () -> table("findings").getItems().size() == 2);
  }

  @Test
  void aFindingIsCopiedAsText(FxRobot robot) throws TimeoutException {
    robot.interact(() -> rig.wiring.workspace().open(TestStacks.measured()));
    show(robot, Screen.FINDINGS);
    Rig.await("the finding", () -> !rig.text("finding-title").isEmpty());
    robot.interact(() -> rig.button("finding-copy").fire());
    robot.interact(
        () ->
            assertThat(Clipboard.getSystemClipboard().getString())
                .startsWith(rig.text("finding-title"))
                .contains("49 trips", "shop_supplier"));
  }

  private boolean at(Screen screen) {
    return rig.wiring.workspace().screenProperty().get() == screen;
  }

  private void show(FxRobot robot, Screen screen) {
    robot.interact(() -> rig.wiring.workspace().screenProperty().set(screen));
  }

  private void read(FxRobot robot) throws IOException {
    List<Path> files = List.of(TestStacks.write(folder));
    robot.interact(() -> rig.wiring.open(files));
  }

  private List<Node> evidence() {
    return rig.node("finding-evidence", Pane.class).getChildren();
  }

  private TableView<?> table(String id) {
    return rig.node(id, TableView.class);
  }
}
