package dev.lightfoot.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.testing.MemoryStore;
import dev.lightfoot.app.ui.testing.ScriptedSeries;
import dev.lightfoot.app.ui.testing.TestComparisons;
import dev.lightfoot.app.ui.testing.TestPages;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.app.ui.testing.TestStacks;
import dev.lightfoot.app.ui.testing.TestTraces;
import dev.lightfoot.app.ui.workspace.Notice;
import dev.lightfoot.app.ui.workspace.Screen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// With data on screen and nobody touching anything the window does nothing: what it draws would
/// take the processor from the sockets.
@UiTest
class AtRestTest {
  private static final long REST_MILLIS = 2_000;

  private final ScriptedSeries series = new ScriptedSeries(TestSnapshots.sample().runs());
  private final MemoryStore store = new MemoryStore();

  @TempDir Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init") // before each test, by start
  private Rig rig;

  @Start
  void start(Stage stage) throws IOException {
    rig = new Rig(stage, series, store);
  }

  @AfterEach
  void end() {
    rig.close();
  }

  @Test
  void theFirstStart(FxRobot robot) throws Exception {
    assertThat(pulsesAtRest(robot)).isZero();
  }

  @Test
  void aMeasurement(FxRobot robot) throws Exception {
    robot.clickOn("#address").write("https://www.shop.test/").clickOn("#run");
    Rig.await("the verdict", () -> rig.text("verdict").startsWith("317.5"));
    assertThat(pulsesAtRest(robot)).isZero();
  }

  @Test
  void aRunThatWaits(FxRobot robot) throws Exception {
    series.holdingAt(1);
    robot.clickOn("#address").write("https://www.shop.test/").clickOn("#run");
    series.awaitHeld();
    Rig.await("the first run", () -> rig.text("verdict").contains("so far"));
    assertThat(pulsesAtRest(robot)).isZero();
    series.release();
  }

  @Test
  void eachOfItsDetails(FxRobot robot) throws Exception {
    robot.interact(() -> rig.wiring.workspace().open(TestSnapshots.sample()));
    TabPane details = rig.node("details", TabPane.class);
    for (Tab tab : details.getTabs()) {
      robot.interact(() -> details.getSelectionModel().select(tab));
      assertThat(pulsesAtRest(robot)).as(String.valueOf(tab.getId())).isZero();
    }
  }

  @Test
  void aStack(FxRobot robot) throws Exception {
    robot.interact(() -> rig.wiring.workspace().open(TestStacks.measured()));
    show(robot, Screen.STACK);
    Path written = TestStacks.write(folder);
    robot.interact(() -> rig.wiring.open(List.of(written)));
    Rig.await("joined", () -> rig.text("stack-sentence").contains("51 trips to the database"));
    assertThat(pulsesAtRest(robot)).isZero();
  }

  @Test
  void itsFindings(FxRobot robot) throws Exception {
    robot.interact(() -> rig.wiring.workspace().open(TestStacks.measured()));
    show(robot, Screen.FINDINGS);
    Rig.await("findings", () -> rig.node("findings", TableView.class).getItems().size() == 7);
    assertThat(pulsesAtRest(robot)).isZero();
  }

  @Test
  void logs(FxRobot robot) throws Exception {
    show(robot, Screen.LOGS);
    Path written = TestStacks.write(folder);
    robot.interact(() -> rig.wiring.open(List.of(written)));
    Rig.await("routes", () -> rig.node("routes", TableView.class).getItems().size() == 2);
    assertThat(pulsesAtRest(robot)).isZero();
  }

  @Test
  void aPage(FxRobot robot) throws Exception {
    robot.interact(() -> rig.wiring.workspace().open(TestPages.picture()));
    Rig.await("its rows", () -> rig.node("page-table", TableView.class).getItems().size() == 15);
    assertThat(pulsesAtRest(robot)).isZero();
  }

  @Test
  void aComparison(FxRobot robot) throws Exception {
    robot.interact(
        () -> rig.wiring.workspace().compare(TestComparisons.before(), TestComparisons.after()));
    Rig.await("the answer", () -> rig.text("compare-sentence").startsWith("B is faster"));
    assertThat(pulsesAtRest(robot)).isZero();
  }

  @Test
  void twoPages(FxRobot robot) throws Exception {
    robot.interact(
        () -> rig.wiring.workspace().compare(TestPages.picture(), TestComparisons.smallerPage()));
    Rig.await(
        "its requests",
        () -> rig.node("compare-requests", TableView.class).getItems().size() == 15);
    TabPane tabs = rig.node("compare-details", TabPane.class);
    for (Tab tab : tabs.getTabs()) {
      robot.interact(() -> tabs.getSelectionModel().select(tab));
      assertThat(pulsesAtRest(robot)).as(String.valueOf(tab.getId())).isZero();
    }
  }

  @Test
  void aTrace(FxRobot robot) throws Exception {
    robot.interact(() -> rig.wiring.workspace().open(TestTraces.small()));
    show(robot, Screen.TRACE);
    Rig.await("the trace", () -> rig.text("trace-sentence").contains("took"));
    assertThat(pulsesAtRest(robot)).isZero();
  }

  @Test
  void theHistory(FxRobot robot) throws Exception {
    store.save(TestSnapshots.sample().named("before"));
    robot.interact(() -> rig.wiring.refresh());
    show(robot, Screen.HISTORY);
    Rig.await("the row", () -> rig.node("history", TableView.class).getItems().size() == 1);
    assertThat(pulsesAtRest(robot)).isZero();
  }

  @Test
  void theSettings(FxRobot robot) throws Exception {
    show(robot, Screen.SETTINGS);
    assertThat(pulsesAtRest(robot)).isZero();
  }

  @Test
  void aNotice(FxRobot robot) throws Exception {
    robot.interact(() -> rig.wiring.workspace().tell(Notice.plain("Something happened.")));
    Rig.await("the notice", () -> !rig.text("notice-text").isEmpty());
    assertThat(pulsesAtRest(robot)).isZero();
  }

  private void show(FxRobot robot, Screen screen) {
    robot.interact(() -> rig.wiring.workspace().screenProperty().set(screen));
  }

  /// Pulses in two seconds, counted from when what came before is drawn.
  private int pulsesAtRest(FxRobot robot) throws InterruptedException, TimeoutException {
    try (Pulses pulses = new Pulses(rig.scene(), robot)) {
      pulses.awaitQuiet();
      return pulses.within(REST_MILLIS);
    }
  }
}
