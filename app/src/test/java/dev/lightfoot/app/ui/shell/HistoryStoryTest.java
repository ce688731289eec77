package dev.lightfoot.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.testing.MemoryStore;
import dev.lightfoot.app.ui.testing.ScriptedSeries;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Many snapshots, and what can be done with several of them.
@UiTest
class HistoryStoryTest {
  private static final int SAVED = 27;

  private final MemoryStore store = new MemoryStore();

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
  void moreThanCanBeComparedAreRefusedWithTheReason(FxRobot robot)
      throws IOException, TimeoutException {
    show(robot);
    robot.push(KeyCode.CONTROL, KeyCode.A);
    Rig.await("refused", () -> rig.button("history-compare").isDisabled());
    assertThat(rig.text("history-compare-limit"))
        .isEqualTo("At most 26 can be compared with each other: select fewer.");
    robot.interact(() -> table().getSelectionModel().clearSelection(0));
    assertThat(rig.button("history-compare").isDisabled()).isFalse();
    assertThat(rig.text("history-compare-limit")).isEmpty();
  }

  @Test
  void severalStaySelectedWhereAnotherOneIsSaved(FxRobot robot)
      throws IOException, TimeoutException {
    show(robot);
    robot.push(KeyCode.HOME).push(KeyCode.SHIFT, KeyCode.DOWN).push(KeyCode.SHIFT, KeyCode.DOWN);
    assertThat(selected()).containsExactly(0, 1, 2);
    store.save(TestSnapshots.sampleNamed("another"));
    robot.interact(() -> rig.wiring.refresh());
    Rig.await("one more", () -> table().getItems().size() == SAVED + 1);
    assertThat(selected()).containsExactly(1, 2, 3);
    assertThat(table().getSelectionModel().getSelectedIndex()).isEqualTo(3);
    robot.interact(() -> rig.field("history-filter").setText("s25"));
    assertThat(selected()).containsExactly(0);
    robot.interact(() -> rig.field("history-filter").clear());
    assertThat(selected()).containsExactly(1, 2, 3);
  }

  @Test
  void aFitDoesNotTakeThePlaceOfWhatIsOpenByThen(FxRobot robot)
      throws IOException, TimeoutException {
    show(robot);
    robot.interact(
        () -> rig.node("history-targets", TableView.class).getSelectionModel().clearAndSelect(1));
    Rig.await("its course", () -> Rig.visible(rig.button("history-fit")));
    robot.interact(
        () -> {
          table().getSelectionModel().clearAndSelect(0);
          rig.button("history-fit").fire();
          assertThat(rig.button("history-fit").getText()).isEqualTo("Reading: 0 of " + SAVED);
          rig.button("history-rename").fire();
        });
    Rig.await("it ends", () -> rig.button("history-fit").getText().startsWith("First byte"));
    assertThat(rig.field("rename-name").getText()).isEqualTo("s26");
    assertThat(rig.text("fit-sentence-0")).isEmpty();
  }

  private void show(FxRobot robot) throws IOException, TimeoutException {
    for (int i = 0; i < SAVED; i++) {
      store.save(TestSnapshots.sampleNamed("s" + i));
    }
    robot.interact(() -> rig.wiring.refresh());
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT8);
    Rig.await("rows", () -> table().getItems().size() == SAVED);
    robot.interact(() -> table().requestFocus());
  }

  private List<Integer> selected() {
    return table().getSelectionModel().getSelectedIndices().stream().sorted().toList();
  }

  private TableView<?> table() {
    return rig.node("history", TableView.class);
  }
}
