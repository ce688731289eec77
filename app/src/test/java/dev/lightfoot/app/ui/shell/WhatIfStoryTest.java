package dev.lightfoot.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.change.parse.Changes;
import dev.lightfoot.analysis.whatif.GradeHistory;
import dev.lightfoot.analysis.whatif.WhatIf;
import dev.lightfoot.app.ui.testing.MemoryStore;
import dev.lightfoot.app.ui.testing.ScriptedSeries;
import dev.lightfoot.app.ui.testing.TestPages;
import dev.lightfoot.app.ui.testing.TestPredictions;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.app.ui.testing.TestStacks;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.prediction.Prediction;
import dev.lightfoot.report.whatif.PredictionDocument;
import dev.lightfoot.store.DataFolder;
import dev.lightfoot.store.PredictionStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// From a finding to what its change would bring, and to the grade of that.
@UiTest
class WhatIfStoryTest {
  @TempDir Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init") // before each test, by start
  private Rig rig;

  private final MemoryStore store = new MemoryStore();

  @Start
  void start(Stage stage) throws IOException {
    rig = new Rig(stage, new ScriptedSeries(TestSnapshots.sample().runs()), store);
  }

  @AfterEach
  void end() {
    rig.close();
  }

  @Test
  void spaceSwitchesTheChangeOnAndTheReplayAnswers(FxRobot robot) throws Exception {
    findings(robot);
    robot.push(KeyCode.SPACE);
    Rig.await("predicted", () -> rig.text("whatif-sentence").contains("57 before, 8 after"));
    assertThat(rig.text("whatif-sentence"))
        .startsWith("With 1 change: 317.5\u00a0ms become about ")
        .contains("nine times out of ten between");
    assertThat(rig.text("whatif-shift")).startsWith("317.5 → ");
    assertThat(rows("whatif-outcome")).hasSize(2);
    assertThat(rows("whatif-path")).hasSizeBetween(5, 30);
    assertThat(rig.text("whatif-standing")).startsWith("Not saved: save the snapshot");
    robot.push(KeyCode.SPACE);
    Rig.await("none", () -> rig.text("whatif-sentence").startsWith("No change is switched on"));
  }

  @Test
  void severalTogetherAndWhatIsRefusedIsSaid(FxRobot robot) throws Exception {
    findings(robot);
    robot.push(KeyCode.SPACE);
    robot.interact(() -> table().getSelectionModel().clearAndSelect(2));
    robot.push(KeyCode.SPACE);
    Rig.await("a reason", () -> rig.text("whatif-note").startsWith("The snapshot holds nothing"));
    assertThat(rig.text("whatif-sentence")).contains("57 before, 8 after");
    assertThat(rig.text("whatif-shift")).as("nothing is said of this one").isEmpty();
  }

  @Test
  void theSwitchAmongTheDetailsDoesTheSame(FxRobot robot) throws Exception {
    findings(robot);
    robot.interact(() -> rig.node("whatif-switch", ToggleSwitch.class).setSelected(true));
    Rig.await("predicted", () -> rig.text("whatif-sentence").startsWith("With 1 change"));
    robot.interact(() -> rig.button("whatif-copy").fire());
    robot.interact(
        () ->
            assertThat(Clipboard.getSystemClipboard().getString())
                .contains("What would be waited for", "What this rests on"));
    robot.interact(() -> rig.button("whatif-clear").fire());
    assertThat(rig.node("whatif-switch", ToggleSwitch.class).isSelected()).isFalse();
  }

  @Test
  void aPredictionIsKeptOnceItsSnapshotIs(FxRobot robot) throws Exception {
    findings(robot);
    robot.push(KeyCode.SPACE);
    Rig.await("predicted", () -> rig.text("whatif-standing").startsWith("Not saved"));
    robot.push(KeyCode.CONTROL, KeyCode.S);
    robot.interact(() -> rig.button("save-confirm").fire());
    Rig.await("kept", () -> rig.text("whatif-standing").startsWith("Saved: "));
    assertThat(new PredictionStore(DataFolder.predictions(rig.folder)).all())
        .singleElement()
        .satisfies(each -> assertThat(each.changes().getFirst()).startsWith("batch="));
  }

  @Test
  void savingAPageFromHereGradesWhatWasPredictedForTheOneBefore(FxRobot robot) throws Exception {
    Snapshot before = TestPages.picture().named("before");
    store.save(before);
    Prediction made =
        PredictionDocument.of(
            WhatIf.predict(before, Changes.of(List.of("keep-alive")), GradeHistory.NONE));
    new PredictionStore(DataFolder.predictions(rig.folder)).keep(made);
    robot.interact(() -> rig.wiring.workspace().open(TestPredictions.onKeptConnections(before)));
    robot.interact(() -> rig.wiring.workspace().screenProperty().set(Screen.FINDINGS));
    Rig.await("findings of the page", () -> !rig.button("findings-save").isDisabled());
    assertThat(rig.button("findings-export").isDisabled()).isFalse();
    robot.push(KeyCode.CONTROL, KeyCode.S);
    robot.interact(() -> rig.button("save-confirm").fire());
    Rig.await("said", () -> rig.text("notice-text").contains("(keep-alive)"));
    assertThat(rig.text("notice-text")).contains("is saved", "nine times out of ten", "measured");
    robot.interact(
        () -> rig.node("findings-checked", TabPane.class).getSelectionModel().selectLast());
    TableView<?> predictions = rig.node("findings-predictions", TableView.class);
    Rig.await("in the list", () -> predictions.getItems().size() == 1);
    Rig.await("graded", () -> rig.text("findings-tallies").startsWith("keep-alive: "));
  }

  @Test
  void ofLogsNothingIsSavedAndWhatIfSaysWhatItNeeds(FxRobot robot) throws Exception {
    findings(robot);
    robot.interact(() -> rig.node("findings-source-logs", ToggleButton.class).fire());
    Rig.await("of logs", () -> rig.button("findings-save").isDisabled());
    robot.interact(
        () -> rig.node("findings-checked", TabPane.class).getSelectionModel().selectFirst());
    Rig.await(
        "no measurement", () -> rig.text("whatif-sentence").startsWith("What-if replays a meas"));
    robot.push(KeyCode.CONTROL, KeyCode.S);
    assertThat(rig.scene().lookup("#save-confirm")).isNull();
    robot.interact(() -> rig.node("findings-source-measurement", ToggleButton.class).fire());
    Rig.await("of the measurement", () -> !rig.button("findings-save").isDisabled());
    robot.push(KeyCode.CONTROL, KeyCode.S);
    assertThat(rig.scene().lookup("#save-confirm")).isNotNull();
  }

  private List<?> rows(String id) {
    TableView<?> table = rig.node(id, TableView.class);
    return table.getItems();
  }

  private TableView<?> table() {
    return rig.node("findings", TableView.class);
  }

  /// A measurement joined with what its servers logged, the worst finding selected.
  private void findings(FxRobot robot) throws IOException, TimeoutException {
    robot.interact(() -> rig.wiring.workspace().open(TestStacks.measured()));
    robot.interact(() -> rig.wiring.workspace().screenProperty().set(Screen.STACK));
    List<Path> files = List.of(TestStacks.write(folder));
    robot.interact(() -> rig.wiring.open(files));
    Rig.await("joined", () -> rig.text("stack-sentence").contains("51 trips to the database"));
    robot.interact(() -> rig.wiring.workspace().screenProperty().set(Screen.FINDINGS));
    Rig.await("its finding", () -> !rig.text("finding-title").isEmpty());
    robot.interact(() -> table().requestFocus());
  }
}
