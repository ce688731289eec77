package dev.lightfoot.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.testing.MemoryStore;
import dev.lightfoot.app.ui.testing.ScriptedSeries;
import dev.lightfoot.app.ui.testing.TestPages;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.model.Environment;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Where both ends are, said in the window by the keyboard alone.
@UiTest
class PlacesStoryTest {
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
  void aBegunNameIsCompletedAndTheFloorIsDrawn(FxRobot robot) throws TimeoutException {
    robot.interact(() -> rig.wiring.workspace().open(TestSnapshots.sample()));
    Rig.await("the answer", () -> !rig.text("verdict").isEmpty());
    robot.interact(() -> rig.button("chart-places").fire());
    robot.write("hels");
    Rig.await("the list", () -> Rig.visible(rig.scene().lookup("#place-server-suggestions")));
    robot.push(KeyCode.DOWN).push(KeyCode.TAB).push(KeyCode.SHIFT, KeyCode.TAB);
    assertThat(rig.field("place-server").getText()).isEqualTo("hels");
    robot.push(KeyCode.END).write("i").push(KeyCode.DOWN).push(KeyCode.ENTER);
    Rig.await("closed", () -> rig.scene().lookup("#places-use") == null);
    assertThat(shown().serverPlace()).contains("Helsinki, FI");
    assertThat(rig.node("chart-light", javafx.scene.Node.class).isVisible()).isFalse();

    robot.interact(() -> rig.button("chart-places").fire());
    robot.push(KeyCode.TAB).write("Zürich").push(KeyCode.ENTER);
    Rig.await("the floor", () -> rig.node("chart-light", javafx.scene.Node.class).isVisible());
    assertThat(rig.text("chart-light")).contains("light floor");
    assertThat(rig.wiring.workspace().settings().requests().whereabouts().server("www.shop.test"))
        .contains("Helsinki, FI");
  }

  @Test
  void escapeClosesTheListAloneAndThenTheSheet(FxRobot robot) throws TimeoutException {
    robot.interact(() -> rig.wiring.workspace().open(TestSnapshots.sample()));
    Rig.await("the answer", () -> !rig.text("verdict").isEmpty());
    robot.interact(() -> rig.button("chart-places").fire());
    robot.write("hels");
    Rig.await("the list", () -> Rig.visible(rig.scene().lookup("#place-server-suggestions")));
    robot.push(KeyCode.ESCAPE);
    assertThat(Rig.visible(rig.scene().lookup("#place-server-suggestions"))).isFalse();
    assertThat(rig.field("place-server").getText()).isEqualTo("hels");
    robot.push(KeyCode.ESCAPE);
    Rig.await("closed", () -> rig.scene().lookup("#places-use") == null);
  }

  @Test
  void aPageHasTheFloorInItsTableToo(FxRobot robot) throws TimeoutException {
    robot.interact(() -> rig.wiring.workspace().open(TestPages.picture()));
    TableView<?> table = rig.node("page-table", TableView.class);
    Rig.await("its rows", () -> !table.getItems().isEmpty());
    assertThat(lightShown(table)).isFalse();
    robot.interact(() -> rig.button("page-places").fire());
    robot.write("Helsinki").push(KeyCode.TAB).write("Zürich").push(KeyCode.ENTER);
    Rig.await("the column", () -> lightShown(table));
    assertThat(rig.wiring.workspace().screenProperty().get()).isEqualTo(Screen.PAGE);
    assertThat(rig.node("page-legend-light", javafx.scene.Node.class).isVisible()).isTrue();
  }

  private static boolean lightShown(TableView<?> table) {
    return table.getColumns().stream()
        .anyMatch(column -> "page-column-light".equals(column.getId()) && column.isVisible());
  }

  private Environment shown() {
    return Objects.requireNonNull(rig.wiring.workspace().subjectProperty().get()).environment();
  }
}
