package dev.lightfoot.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.testing.MemoryStore;
import dev.lightfoot.app.ui.testing.ScriptedSeries;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.app.ui.testing.TestStacks;
import dev.lightfoot.app.ui.testing.TestTraces;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.model.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Logs are read, a route leads to its traces, and a measurement to what servers recorded for it.
@UiTest
class LogsAndStackTest {
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
  void aRouteLeadsToItsTracesAndOneOfThemToItsWaterfall(FxRobot robot)
      throws IOException, TimeoutException {
    show(robot, Screen.LOGS);
    assertThat(rig.text("logs-sentence")).isEqualTo("No log is open.");
    read(robot, TestStacks.write(folder));
    Rig.await("the route", () -> table("routes").getItems().size() == 2);
    assertThat(rig.text("logs-sentence")).startsWith("GET /nplus1/ takes most");
    select(robot, "routes", 0);
    robot.push(KeyCode.ENTER);
    Rig.await("its traces", () -> table("traces").getItems().size() == 10);
    select(robot, "traces", 0);
    robot.push(KeyCode.ENTER);
    Rig.await("the trace", () -> rig.text("trace-sentence").startsWith("GET /nplus1/ took"));
    assertThat(rig.button("trace-back").getText()).isEqualTo("Back to Logs");
    robot.push(KeyCode.ESCAPE);
    Rig.await("its traces again", () -> Rig.visible(table("traces")));
    robot.push(KeyCode.ESCAPE);
    Rig.await("back", () -> Rig.visible(table("routes")));
  }

  @Test
  void statementsAreCountedByWhatTheyDo(FxRobot robot) throws IOException, TimeoutException {
    show(robot, Screen.LOGS);
    read(robot, TestStacks.write(folder));
    robot.interact(() -> rig.node("logs-kind-statements", ToggleButton.class).fire());
    Rig.await(
        "the statement",
        () ->
            rig.text("logs-sentence")
                .equals(
                    "SELECT supplier takes most time: 1\u00a0165.0\u00a0ms of 1\u00a0194.0\u00a0ms,"
                        + " in 500 of 510 calls."));
    assertThat(rig.field("logs-filter").getPromptText())
        .isEqualTo("Filter by statement or service");
  }

  @Test
  void aFileThatIsReadInPartSaysWhichLineAndWhy(FxRobot robot)
      throws IOException, TimeoutException {
    Path file = TestStacks.write(folder);
    Files.writeString(file, Files.readString(file) + "{\"resourceSpans\":[{\n");
    Path other = Files.writeString(folder.resolve("letter.txt"), "Dear reader\n");
    show(robot, Screen.LOGS);
    read(robot, file, other);
    Rig.await("the chip", () -> rig.text("logs-skipped").equals("2 not read"));
    assertThat(rig.text("logs-sentences")).contains("letter.txt", "traces.jsonl, line 2");
    assertThat(table("log-files").getItems().size()).isEqualTo(2);
  }

  @Test
  void theFilterFindsRoutesAndSaysWhereItFindsNone(FxRobot robot)
      throws IOException, TimeoutException {
    show(robot, Screen.LOGS);
    read(robot, TestStacks.write(folder));
    Rig.await("routes", () -> table("routes").getItems().size() == 2);
    robot.push(KeyCode.CONTROL, KeyCode.F).write("nginx");
    Rig.await("one", () -> table("routes").getItems().size() == 1);
    robot.write("zzz");
    Rig.await("none", () -> table("routes").getItems().isEmpty());
    robot.push(KeyCode.ESCAPE);
    Rig.await("all", () -> table("routes").getItems().size() == 2);
  }

  @Test
  void theWaitIsOpenedByLogsSavedAndOpenedAgain(FxRobot robot)
      throws IOException, TimeoutException {
    show(robot, Screen.STACK);
    assertThat(rig.text("stack-sentence")).isEqualTo("Nothing is measured yet.");
    robot.interact(() -> rig.wiring.workspace().open(TestStacks.measured()));
    show(robot, Screen.STACK);
    Rig.await("closed", () -> rig.text("stack-sentence").contains("no server log opens it"));
    read(robot, TestStacks.write(folder));
    Rig.await("opened", () -> rig.text("stack-sentence").contains("51 trips to the database"));
    assertThat(rig.text("stack-caption")).contains("joined by trace id 4bf92f35");
    assertThat(rig.text("stack-clocks")).contains("clock bounds: web-1 ±");
    String sentence = rig.text("stack-sentence");

    robot.push(KeyCode.CONTROL, KeyCode.S).push(KeyCode.ENTER);
    Rig.await("saved", () -> rig.text("notice-text").endsWith("is saved."));
    Snapshot kept = store.read(store.list().snapshots().getFirst().id());
    robot.interact(() -> rig.wiring.workspace().open(kept));
    show(robot, Screen.STACK);
    Rig.await("the same", () -> rig.text("stack-sentence").equals(sentence));
  }

  @Test
  void theStepThatTheHeadlineAsksForIsAButtonBesideIt(FxRobot robot)
      throws IOException, TimeoutException {
    robot.interact(() -> rig.wiring.workspace().open(TestStacks.measured()));
    show(robot, Screen.PROBE);
    Rig.await("the headline", () -> rig.text("verdict").contains("no log has opened it yet"));
    assertThat(rig.text("verdict-add-logs")).isEqualTo("Add the server’s logs");
    show(robot, Screen.STACK);
    assertThat(rig.text("stack-add")).isEqualTo("Add logs");
    read(robot, TestStacks.write(folder));
    Rig.await("opened", () -> rig.text("stack-sentence").contains("51 trips to the database"));
    show(robot, Screen.PROBE);
    Rig.await("the next step", () -> rig.text("verdict-stack").equals("Open in Stack"));
    assertThat(rig.text("verdict-add-logs")).isEmpty();
  }

  @Test
  void rowsOfTheStackAreReadFoldedAndLeadToTheirTable(FxRobot robot)
      throws IOException, TimeoutException {
    robot.interact(() -> rig.wiring.workspace().open(TestStacks.measured()));
    show(robot, Screen.STACK);
    read(robot, TestStacks.write(folder));
    Rig.await("rows", () -> table("stack-rows").getItems().size() == 10);
    robot.interact(() -> chart().requestFocus());
    robot.push(KeyCode.END).push(KeyCode.UP);
    Rig.await(
        "the statements",
        () ->
            chart()
                .getAccessibleText()
                .startsWith("SELECT supplier, database: 50 calls, 116.5 ms, 50 trips"));
    robot.push(KeyCode.LEFT).push(KeyCode.LEFT).push(KeyCode.UP);
    Rig.await("above the folded", () -> chart().getAccessibleText().startsWith("GET top"));
    robot.push(KeyCode.T);
    Rig.await("the table", () -> table("stack-rows").isFocused());
  }

  @Test
  void headsSortRoutesTracesAndFiles(FxRobot robot) throws IOException, TimeoutException {
    show(robot, Screen.LOGS);
    read(robot, TestStacks.write(folder), Files.writeString(folder.resolve("a.txt"), "Dear\n"));
    Rig.await("routes", () -> table("routes").getItems().size() == 2);
    Rig.await("files", () -> table("log-files").getItems().size() == 2);
    assertThat(rig.text("logs-caption")).startsWith("Sorted by total time");
    List<?> costliest = List.copyOf(table("routes").getItems());
    sort(robot, "routes", 1, costliest);
    assertThat(table("routes").getItems()).isEqualTo(costliest.reversed());
    List<?> given = List.copyOf(table("log-files").getItems());
    sort(robot, "log-files", 0, given);
    assertThat(table("log-files").getItems()).isEqualTo(given.reversed());
    assertThat(rig.text("logs-caption")).startsWith("Bars: ");
    select(robot, "routes", 0);
    robot.push(KeyCode.ENTER);
    Rig.await("its traces", () -> table("traces").getItems().size() == 10);
    List<?> slowest = List.copyOf(table("traces").getItems());
    sort(robot, "traces", 1, slowest);
    assertThat(table("traces").getItems()).isNotEqualTo(slowest);
    robot.interact(() -> table("traces").getSortOrder().clear());
    assertThat(table("traces").getItems()).isEqualTo(slowest);
  }

  /// Sorts by a column, whichever way the order is another one.
  private void sort(FxRobot robot, String id, int head, List<?> before) {
    robot.interact(
        () -> {
          TableColumn<?, ?> column = table(id).getColumns().get(head);
          sortBy(table(id), column, TableColumn.SortType.ASCENDING);
          if (table(id).getItems().equals(before)) {
            sortBy(table(id), column, TableColumn.SortType.DESCENDING);
          }
        });
  }

  @SuppressWarnings("unchecked") // a column of that table
  private static <R> void sortBy(
      TableView<R> table, TableColumn<?, ?> column, TableColumn.SortType type) {
    column.setSortType(type);
    table.getSortOrder().setAll(List.of((TableColumn<R, ?>) column));
  }

  @Test
  void statementsAndCacheCallsHaveHeadsOfTheirOwn(FxRobot robot)
      throws IOException, TimeoutException {
    show(robot, Screen.LOGS);
    assertThat(heads()).as("where all is timed, and where nothing is").doesNotContain("Timed");
    read(robot, TestStacks.write(folder));
    Rig.await("routes", () -> table("routes").getItems().size() == 2);
    assertThat(heads())
        .contains("Route", "Requests", "Trips db")
        .doesNotContain("In all ms", "Timed");
    robot.interact(() -> rig.node("logs-kind-statements", ToggleButton.class).fire());
    Rig.await("statements", () -> heads().contains("Statement"));
    assertThat(heads()).contains("Calls", "In all ms").doesNotContain("Requests", "Trips db");
    assertThat(rig.text("logs-caption")).startsWith("Sorted by time in all");
    robot.interact(() -> rig.node("logs-kind-cache", ToggleButton.class).fire());
    Rig.await("cache calls", () -> heads().contains("Cache call"));
    robot.interact(() -> rig.node("logs-kind-routes", ToggleButton.class).fire());
    Rig.await("routes again", () -> heads().containsAll(List.of("Route", "Requests")));
  }

  @Test
  void besideManyNumbersNoColumnIsHalfThere(FxRobot robot) throws IOException, TimeoutException {
    String line = "192.0.2.1 - - [23/Nov/2026:10:00:00 +0000] \"GET / HTTP/1.1\" 200 5 \"-\" \"c\"";
    show(robot, Screen.LOGS);
    read(
        robot,
        Files.writeString(folder.resolve("access.log"), (line + "\n").repeat(300)),
        Files.writeString(folder.resolve("timed.log"), line + " 0.025 -\n"));
    Rig.await("of how many", () -> heads().contains("Timed"));
    robot.interact(() -> rig.scene().getRoot().layout());
    assertThat(
            table("routes").getVisibleLeafColumns().stream()
                .mapToDouble(TableColumn::getWidth)
                .sum())
        .isLessThanOrEqualTo(table("routes").getWidth());
    assertThat(rig.text("logs-caption")).contains("Bars: ● p50");
    robot.interact(() -> rig.stage.setWidth(rig.stage.getMinWidth()));
    Rig.await("no bars, and not a word of them", () -> !rig.text("logs-caption").contains("Bars"));
  }

  private List<String> heads() {
    return table("routes").getVisibleLeafColumns().stream().map(TableColumn::getText).toList();
  }

  @Test
  void aStackLeadsToItsTraceAndBack(FxRobot robot) throws IOException, TimeoutException {
    robot.interact(() -> rig.wiring.workspace().open(TestStacks.measured()));
    show(robot, Screen.STACK);
    read(robot, TestStacks.write(folder));
    Rig.await("opened", () -> rig.text("stack-sentence").contains("51 trips to the database"));
    robot.interact(() -> rig.button("stack-trace").fire());
    Rig.await("the trace", () -> front() == Screen.TRACE);
    Rig.await("its sentence", () -> !rig.text("trace-sentence").startsWith("No trace"));
    robot.clickOn("#trace-back");
    Rig.await("the stack", () -> front() == Screen.STACK);
  }

  @Test
  void escapeClearsTheSearchOfATraceBeforeItLeadsBack(FxRobot robot)
      throws IOException, TimeoutException {
    show(robot, Screen.LOGS);
    robot.interact(() -> rig.wiring.workspace().open(TestTraces.small()));
    robot.push(KeyCode.CONTROL, KeyCode.F).write("view");
    robot.push(KeyCode.ESCAPE);
    Rig.await("cleared", () -> rig.field("trace-search").getText().isEmpty());
    assertThat(front()).isEqualTo(Screen.TRACE);
    robot.push(KeyCode.ESCAPE);
    Rig.await("back", () -> front() == Screen.LOGS);
  }

  @Test
  void measuringFromTheStackStaysThere(FxRobot robot) throws TimeoutException {
    show(robot, Screen.STACK);
    robot.clickOn("#stack-address").write("https://www.shop.test/").clickOn("#stack-run");
    Rig.await("measured", () -> rig.status().startsWith("Done: "));
    Rig.await("its sentence", () -> rig.text("stack-sentence").contains("of waiting"));
    assertThat(front()).isEqualTo(Screen.STACK);
  }

  private Screen front() {
    return rig.wiring.workspace().screenProperty().get();
  }

  private void show(FxRobot robot, Screen screen) {
    robot.interact(() -> rig.wiring.workspace().screenProperty().set(screen));
  }

  private void read(FxRobot robot, Path... files) {
    robot.interact(() -> rig.wiring.open(List.of(files)));
  }

  private void select(FxRobot robot, String id, int row) {
    robot.interact(
        () -> {
          table(id).requestFocus();
          table(id).getSelectionModel().select(row);
        });
  }

  private TableView<?> table(String id) {
    return rig.node(id, TableView.class);
  }

  private Node chart() {
    return rig.node("stack-chart", Node.class);
  }
}
