package dev.lightfoot.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.app.ui.testing.MemoryStore;
import dev.lightfoot.app.ui.testing.ScriptedSeries;
import dev.lightfoot.app.ui.testing.TestComparisons;
import dev.lightfoot.app.ui.testing.TestPages;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.probe.ProbePlan;
import dev.lightfoot.report.compare.CompareJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BackgroundFill;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Two measurements are compared, with the keyboard alone and by dropping two files.
@UiTest
class CompareStoryTest {
  private static final int MOST_TABS = 40;

  @TempDir private Path folder;

  private final MemoryStore store = new MemoryStore();
  private final ScriptedSeries series = new ScriptedSeries(TestComparisons.after().runs());

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

  /// A button that does nothing does not look like the one to press.
  @Test
  void whereNothingIsChosenNothingCanBeRunAgain(FxRobot robot) throws TimeoutException {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
    Rig.await("nothing yet", () -> rig.text("compare-sentence").equals("Nothing is compared yet."));
    Button again = rig.node("compare-run", Button.class);
    Button export = rig.node("compare-export", Button.class);
    assertThat(again.isDisabled()).isTrue();
    assertThat(again.getBackground().getFills())
        .extracting(BackgroundFill::getFill)
        .isEqualTo(
            export.getBackground().getFills().stream().map(BackgroundFill::getFill).toList());
    robot.interact(
        () -> rig.wiring.workspace().compare(TestComparisons.before(), TestComparisons.after()));
    Rig.await("something to run", () -> !again.isDisabled());
  }

  @Test
  void byKeyboardFromNothingChosenToATableOnTheClipboardAndAnotherMeasurement(FxRobot robot)
      throws IOException, TimeoutException {
    keep(robot, TestComparisons.before(), TestComparisons.after());
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
    Rig.await("nothing yet", () -> rig.text("compare-sentence").equals("Nothing is compared yet."));
    tabTo(robot, "compare-proposed");
    robot.push(KeyCode.SPACE);
    Rig.await("the answer", () -> rig.text("compare-sentence").startsWith("B is faster by 121."));
    Rig.await("the strips in front", () -> strips().isFocused());

    robot.push(KeyCode.HOME);
    assertThat(strips().getAccessibleText()).startsWith("DNS: A 10.7 ms, B 10.7 ms");
    robot.push(KeyCode.END).push(KeyCode.UP).push(KeyCode.UP);
    assertThat(strips().getAccessibleText())
        .startsWith("Wait for first byte: A 220.9 ms, B 100.2 ms")
        .contains("▼ faster");
    robot.push(KeyCode.CONTROL, KeyCode.C);
    robot.interact(
        () ->
            assertThat(Clipboard.getSystemClipboard().getString().lines().toList())
                .hasSize(8)
                .first()
                .asString()
                .startsWith("Part\tTrips\tA ms\tB ms"));
    robot.push(KeyCode.T);
    Rig.await("the table", () -> rig.node("compare-phases", TableView.class).isFocused());

    robot.push(KeyCode.CONTROL, KeyCode.F).write("nowhere");
    Rig.await("nothing left", () -> requests().getItems().isEmpty());
    robot.push(KeyCode.ESCAPE).push(KeyCode.ESCAPE); // first the notice goes
    Rig.await("all again", () -> requests().getItems().size() == 1);

    robot.interact(() -> strips().requestFocus());
    robot.push(KeyCode.ENTER);
    Rig.await(
        "measured in turn", () -> rig.text("compare-sentence").startsWith("No change is shown"));
    assertThat(series.plans()).hasSize(2);
    assertThat(series.plans())
        .extracting(ProbePlan::states)
        .allSatisfy(states -> assertThat(states).hasSize(20));
    robot.push(KeyCode.CONTROL, KeyCode.S);
    Rig.await("kept", () -> !rig.text("notice-text").isEmpty());
  }

  @Test
  void anotherSnapshotIsChosenByTypingItsName(FxRobot robot) throws IOException, TimeoutException {
    keep(robot, TestComparisons.before(), TestComparisons.later(), TestComparisons.after());
    compare(robot, TestComparisons.before(), TestComparisons.after());
    robot.push(KeyCode.F6);
    tabTo(robot, "compare-b");
    robot.push(KeyCode.SPACE);
    Rig.await("the choice", () -> focused().equals("compare-choose-filter"));
    robot.write("tuesday").push(KeyCode.ENTER);
    Rig.await("compared", () -> rig.text("compare-cautions").contains("Not measured in turn"));
    assertThat(rig.button("compare-b").getAccessibleText())
        .startsWith("B: on Tuesday, with select_related, 23 Nov 19:29 · 20 runs · HTTP/2");
  }

  @Test
  void twoFilesThatAreDroppedAreCompared(FxRobot robot) throws IOException, TimeoutException {
    List<Path> files =
        List.of(
            write("after.json", TestComparisons.later()),
            write("a.json", TestComparisons.before()));
    robot.interact(() -> rig.wiring.open(files));
    Rig.await("the answer", () -> rig.text("compare-sentence").startsWith("B is faster by 121."));
    assertThat(rig.button("compare-a").getAccessibleText()).startsWith("A: before,");
    assertThat(rig.button("compare-save").isVisible()).isTrue();
  }

  @Test
  void aComparisonThatWasWrittenOpensItsSnapshotsOrSaysWhichIsMissing(FxRobot robot)
      throws IOException, TimeoutException {
    Snapshot before = TestComparisons.before();
    Snapshot after = TestComparisons.after();
    Path written = folder.resolve("comparison.json");
    Files.writeString(written, CompareJson.of(Comparison.of(before, after)));
    robot.interact(() -> rig.wiring.open(List.of(written)));
    Rig.await("why not", () -> rig.text("notice-text").contains("is a comparison"));
    keep(robot, before, after);
    robot.interact(() -> rig.wiring.open(List.of(written)));
    Rig.await("the answer", () -> rig.text("compare-sentence").startsWith("B is faster by 121."));
  }

  @Test
  void fromProbeTheLastOneOfTheSameIsProposed(FxRobot robot) throws IOException, TimeoutException {
    keep(robot, TestComparisons.before());
    robot.interact(() -> rig.wiring.workspace().open(TestComparisons.after()));
    Rig.await("the probe", () -> !rig.text("verdict").isEmpty());
    robot.clickOn("#verdict-compare");
    Rig.await("the answer", () -> rig.text("compare-sentence").startsWith("B is faster by 121."));
  }

  @Test
  void fromHistoryToo(FxRobot robot) throws IOException, TimeoutException {
    keep(robot, TestComparisons.before(), TestComparisons.after());
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT8);
    Rig.await("rows", () -> rig.node("history", TableView.class).getItems().size() == 2);
    robot.clickOn("#history-compare");
    Rig.await("the answer", () -> rig.text("compare-sentence").startsWith("B is faster by 121."));
  }

  @Test
  void severalRowsOfTheHistoryAreASeriesOfWhichAnyIsB(FxRobot robot)
      throws IOException, TimeoutException {
    keep(robot, TestComparisons.before(), TestComparisons.after(), TestComparisons.later());
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT8);
    Rig.await("rows", () -> rig.node("history", TableView.class).getItems().size() == 3);
    robot.interact(() -> rig.node("history", TableView.class).requestFocus());
    robot.push(KeyCode.HOME).push(KeyCode.SHIFT, KeyCode.DOWN).push(KeyCode.SHIFT, KeyCode.DOWN);
    robot.clickOn("#history-compare");
    Rig.await("the answer", () -> rig.text("compare-sentence").startsWith("B is faster by 121."));
    assertThat(rig.button("compare-a").getAccessibleText()).startsWith("A: before,");
    robot.interact(() -> rig.node("compare-details", TabPane.class).getSelectionModel().select(6));
    TableView<?> series = rig.node("compare-series", TableView.class);
    assertThat(series.getItems()).hasSize(2);
    assertSortedRowsAndStripsSpeakOfOne(robot, series);
    robot.interact(series::requestFocus);
    robot.push(KeyCode.END).push(KeyCode.ENTER);
    Rig.await(
        "another B",
        () -> rig.button("compare-b").getAccessibleText().startsWith("B: on Tuesday,"));
  }

  private void assertSortedRowsAndStripsSpeakOfOne(FxRobot robot, TableView<?> series) {
    Node drawn = rig.node("compare-series-strips", Node.class);
    robot.interact(() -> sortDown(series));
    robot.interact(() -> series.getSelectionModel().clearAndSelect(0));
    assertThat(drawn.getAccessibleText()).startsWith("on Tuesday, with select_related");
    robot.interact(drawn::requestFocus);
    robot.push(KeyCode.HOME);
    assertThat(drawn.getAccessibleText()).startsWith("after prefetch_related");
    assertThat(series.getSelectionModel().getSelectedIndex()).isEqualTo(1);
    robot.interact(() -> series.getSortOrder().clear());
  }

  private static <R> void sortDown(TableView<R> table) {
    TableColumn<R, ?> name = table.getColumns().get(1);
    name.setSortType(TableColumn.SortType.DESCENDING);
    table.getSortOrder().add(name);
  }

  @Test
  void timesAreMeasuredFromARequestThatIsChosenByTyping(FxRobot robot) throws TimeoutException {
    compare(robot, TestPages.picture(), TestComparisons.smallerPage());
    robot.push(KeyCode.F6);
    tabTo(robot, "compare-from-start");
    robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT);
    assertThat(focused()).isEqualTo("compare-from-request");
    robot.push(KeyCode.SPACE);
    Rig.await("the choice", () -> focused().equals("compare-from-filter"));
    robot.write("a.css").push(KeyCode.ENTER);
    Rig.await("aligned", () -> rig.text("compare-cautions").contains("from the request of"));
    robot.interact(() -> rig.node("compare-details", TabPane.class).getSelectionModel().select(5));
    robot.clickOn("#compare-overlaid");
    Node overlay = rig.node("compare-overlay", Node.class);
    Rig.await("the overlay", overlay::isVisible);
    robot.interact(overlay::requestFocus);
    robot.push(KeyCode.HOME);
    assertThat(overlay.getAccessibleText()).contains(": A from ", "; B from ");
  }

  @Test
  void whereNothingIsSavedItSaysWhatToDo(FxRobot robot) throws TimeoutException {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
    Rig.await("nothing", () -> rig.text("compare-sentence").equals("Nothing is compared yet."));
    assertThat(rig.button("compare-choose-side").isDisabled()).isTrue();
    assertThat(Rig.visible(rig.button("compare-open"))).isTrue();
    assertThat(rig.button("compare-run").isDisabled()).isTrue();
  }

  @Test
  void everyTabSaysWhatItHolds(FxRobot robot) throws TimeoutException {
    compare(robot, TestSnapshots.sample(), TestSnapshots.sample());
    TabPane tabs = rig.node("compare-details", TabPane.class);
    assertThat(tabs.getTabs()).hasSize(10);
    assertThat(tabs.getTabs().get(2).isDisable()).isTrue(); // added
    assertThat(rig.text("compare-sentence")).startsWith("No change is shown");
  }

  private void compare(FxRobot robot, Snapshot a, Snapshot b) throws TimeoutException {
    robot.interact(() -> rig.wiring.workspace().compare(a, b));
    Rig.await("the runs", () -> !rig.node("compare-runs", TableView.class).getItems().isEmpty());
    assertThat(rig.wiring.workspace().screenProperty().get()).isEqualTo(Screen.COMPARE);
  }

  private void keep(FxRobot robot, Snapshot... snapshots) throws IOException {
    for (Snapshot each : snapshots) {
      store.save(each);
    }
    robot.interact(() -> rig.wiring.refresh());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Path write(String name, Snapshot snapshot) throws IOException {
    return Files.write(folder.resolve(name), SnapshotCodec.encode(snapshot));
  }

  private Node strips() {
    return rig.node("compare-strips", Node.class);
  }

  private TableView<?> requests() {
    return rig.node("compare-requests", TableView.class);
  }

  private void tabTo(FxRobot robot, String id) {
    for (int i = 0; i < MOST_TABS && !id.equals(focused()); i++) {
      robot.push(KeyCode.TAB);
      WaitForAsyncUtils.waitForFxEvents();
    }
    assertThat(focused()).isEqualTo(id);
  }

  private String focused() {
    Node owner = rig.scene().getFocusOwner();
    return owner == null ? "" : String.valueOf(owner.getId());
  }
}
