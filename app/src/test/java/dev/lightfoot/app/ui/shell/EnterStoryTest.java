package dev.lightfoot.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.testing.MemoryStore;
import dev.lightfoot.app.ui.testing.ScriptedSeries;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.app.ui.testing.TestStacks;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.store.StoredSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Enter opens the first row at once, in a table where none is selected and in the field that
/// filters it.
@UiTest
class EnterStoryTest {
  private final MemoryStore store = new MemoryStore();

  @TempDir Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init") // before each test, by start
  private Rig rig;

  @Start
  void start(Stage stage) throws IOException {
    rig = new Rig(stage, new ScriptedSeries(TestSnapshots.sample().runs()), store);
  }

  @AfterEach
  void end() {
    rig.close();
  }

  @Test
  void aRouteAndThenATraceOpenWithoutASelection(FxRobot robot)
      throws IOException, TimeoutException {
    readLogs(robot);
    robot.interact(() -> table("routes").requestFocus());
    assertThat(table("routes").getSelectionModel().getSelectedIndex()).isEqualTo(-1);
    robot.push(KeyCode.ENTER);
    Rig.await("its traces", () -> table("traces").getItems().size() == 10);
    assertThat(table("traces").isFocused()).isTrue();
    assertThat(table("traces").getSelectionModel().getSelectedIndex()).isEqualTo(-1);
    robot.push(KeyCode.ENTER);
    Rig.await("the trace", () -> rig.text("trace-sentence").startsWith("GET /nplus1/ took"));
  }

  @Test
  void theFilterOfRoutesOpensTheFirstThatItFinds(FxRobot robot)
      throws IOException, TimeoutException {
    readLogs(robot);
    robot.push(KeyCode.CONTROL, KeyCode.F).write("nginx").push(KeyCode.ENTER);
    Rig.await("its traces", () -> table("traces").getItems().size() == 10);
    assertThat(rig.text("logs-sentence")).isEqualTo("Traces of GET /nplus1/");
    assertThat(table("traces").isFocused()).isTrue();
    robot.push(KeyCode.ESCAPE);
    Rig.await("back", () -> Rig.visible(table("routes")));
  }

  @Test
  void aFilterThatFindsNothingOpensNothing(FxRobot robot) throws IOException, TimeoutException {
    readLogs(robot);
    robot.push(KeyCode.CONTROL, KeyCode.F).write("zzz").push(KeyCode.ENTER);
    assertThat(Rig.visible(table("routes"))).isTrue();
    assertThat(rig.wiring.workspace().screenProperty().get()).isEqualTo(Screen.LOGS);
  }

  @Test
  void theFilterOfTheHistoryOpensTheFirstThatItFinds(FxRobot robot)
      throws IOException, TimeoutException {
    store.save(TestSnapshots.sampleNamed("after"));
    store.save(TestSnapshots.sampleNamed("before"));
    show(robot, Screen.HISTORY);
    robot.interact(rig.wiring::refresh);
    Rig.await("rows", () -> table("history").getItems().size() == 2);
    robot.push(KeyCode.CONTROL, KeyCode.F).write("after").push(KeyCode.ENTER);
    Rig.await("open", () -> rig.wiring.workspace().openedProperty().get() != null);
    assertThat(Objects.requireNonNull(rig.wiring.workspace().openedProperty().get()).name())
        .contains("after");
  }

  @Test
  void theHistoryOpensItsFirstRowWhereNoneIsSelected(FxRobot robot)
      throws IOException, TimeoutException {
    store.save(TestSnapshots.sampleNamed("one"));
    store.save(TestSnapshots.sampleNamed("two"));
    show(robot, Screen.HISTORY);
    robot.interact(rig.wiring::refresh);
    Rig.await("rows", () -> table("history").getItems().size() == 2);
    robot.interact(
        () -> {
          table("history").getSelectionModel().clearSelection();
          table("history").requestFocus();
        });
    StoredSnapshot first = (StoredSnapshot) table("history").getItems().getFirst();
    robot.push(KeyCode.ENTER);
    Rig.await("open", () -> rig.wiring.workspace().openedProperty().get() != null);
    assertThat(Objects.requireNonNull(rig.wiring.workspace().openedProperty().get()).name())
        .contains(first.name());
  }

  private void readLogs(FxRobot robot) throws IOException, TimeoutException {
    show(robot, Screen.LOGS);
    List<Path> written = List.of(TestStacks.write(folder));
    robot.interact(() -> rig.wiring.open(written));
    Rig.await("routes", () -> table("routes").getItems().size() == 2);
  }

  private void show(FxRobot robot, Screen screen) {
    robot.interact(() -> rig.wiring.workspace().screenProperty().set(screen));
  }

  private TableView<?> table(String id) {
    return rig.node(id, TableView.class);
  }
}
