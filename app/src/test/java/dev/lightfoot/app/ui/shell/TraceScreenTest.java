package dev.lightfoot.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.testing.ScriptedSeries;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.app.ui.testing.TestTraces;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// A trace is opened, looked through and copied, by keyboard.
@UiTest
class TraceScreenTest {
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
  void withoutATraceItSaysWhereOneComesFrom(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT7);
    assertThat(rig.text("trace-sentence")).isEqualTo("No trace is open.");
    assertThat(Rig.visible(rig.button("trace-empty-open"))).isTrue();
  }

  @Test
  void theKeyboardLeadsToTheErrorItsDetailsAndTheTable(FxRobot robot) throws TimeoutException {
    open(robot);
    robot.push(KeyCode.N);
    Rig.await("the error", () -> rig.text("span-status").equals("failed: deadlock detected"));
    assertThat(rig.text("span-name")).isEqualTo("SELECT supplier");
    assertThat(chart().getAccessibleText())
        .isEqualTo("SELECT supplier: 30.0 ms from 40.0 ms, database, django. failed");
    robot.push(KeyCode.LEFT).push(KeyCode.LEFT);
    Rig.await("its view, folded", () -> table().getItems().size() == 2);
    robot.push(KeyCode.RIGHT);
    Rig.await("unfolded", () -> table().getItems().size() == 6);
    robot.push(KeyCode.T);
    Rig.await("the table", () -> table().isFocused());
  }

  @Test
  void detailsHoldNoSecretsAndNoValuesOfStatements(FxRobot robot) throws TimeoutException {
    open(robot);
    robot.push(KeyCode.N);
    Rig.await("the error", () -> rig.text("span-name").equals("SELECT supplier"));
    TableView<?> attributes = rig.node("span-attribute", TableView.class);
    assertThat(cells(attributes))
        .contains("SELECT name FROM supplier WHERE id = ?", "Bearer [redacted]")
        .noneMatch(cell -> cell.contains("42") || cell.contains("abcdefghij"));
    assertThat(rig.node("span-event", TableView.class).getItems().size()).isEqualTo(1);
    assertThat(rig.node("span-link", TableView.class).getItems().size()).isEqualTo(1);
  }

  @Test
  void whatIsLookedForIsCountedAndVisited(FxRobot robot) throws TimeoutException {
    open(robot);
    robot.push(KeyCode.CONTROL, KeyCode.F).write("select");
    Rig.await("the count", () -> rig.text("trace-found").equals("2 matches"));
    robot.push(KeyCode.ENTER);
    Rig.await("the first", () -> rig.text("trace-found").equals("1 of 2"));
    assertThat(rig.text("span-name")).isEqualTo("SELECT product");
    robot.push(KeyCode.ESCAPE);
    Rig.await("cleared", () -> rig.text("trace-found").isEmpty());
  }

  @Test
  void rowsAreCopiedAsTabSeparatedValues(FxRobot robot) throws TimeoutException {
    open(robot);
    robot.push(KeyCode.CONTROL, KeyCode.C);
    Rig.await("the notice", () -> rig.text("notice-text").contains("clipboard"));
    robot.interact(
        () ->
            assertThat(Clipboard.getSystemClipboard().getString().lines())
                .hasSize(7)
                .element(1)
                .isEqualTo("GET /nplus1/\tnginx\tproxy\t0.0\t100.0\t10.0\t\t1"));
  }

  @Test
  void theFlameViewSaysThatItsWidthsAreTimeAddedUp(FxRobot robot) throws TimeoutException {
    open(robot);
    assertThat(rig.text("trace-title")).isEqualTo("What happened when");
    assertThat(Rig.visible(rig.button("trace-fold"))).isTrue();
    robot.clickOn("#trace-picture-flame");
    Rig.await("its title", () -> rig.text("trace-title").equals("What took the time"));
    assertThat(rig.text("trace-note")).startsWith("Widths are time added up, 100.0\u00a0ms in all");
    assertThat(Rig.visible(rig.button("trace-fold"))).isFalse(); // there are no rows to fold
    robot.clickOn("#trace-picture-waterfall");
    Rig.await("back", () -> Rig.visible(rig.button("trace-critical")));
  }

  @Test
  void theFlameViewIsReadBlockByBlock(FxRobot robot) throws TimeoutException {
    open(robot);
    robot.clickOn("#trace-picture-flame");
    robot.interact(() -> rig.node("flame-chart", Node.class).requestFocus());
    robot.push(KeyCode.DOWN).push(KeyCode.DOWN);
    Rig.await(
        "the view's block",
        () ->
            rig.node("flame-chart", Node.class)
                .getAccessibleText()
                .startsWith("View nplus1: 1 spans, 90.0"));
  }

  private void open(FxRobot robot) throws TimeoutException {
    robot.interact(() -> rig.wiring.workspace().open(TestTraces.small()));
    Rig.await("the trace", () -> rig.text("trace-sentence").startsWith("GET /nplus1/ took"));
    robot.interact(() -> chart().requestFocus());
  }

  private Node chart() {
    return rig.node("trace-chart", Node.class);
  }

  private TableView<?> table() {
    return rig.node("trace-table", TableView.class);
  }

  private static java.util.List<String> cells(TableView<?> table) {
    return java.util.stream.IntStream.range(0, table.getItems().size())
        .mapToObj(row -> String.valueOf(table.getColumns().get(1).getCellData(row)))
        .toList();
  }
}
