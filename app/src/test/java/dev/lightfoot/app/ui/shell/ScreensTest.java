package dev.lightfoot.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.testing.MemoryStore;
import dev.lightfoot.app.ui.testing.ScriptedSeries;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.app.ui.testing.TestStacks;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.app.ui.workspace.setting.Settings;
import dev.lightfoot.app.ui.workspace.setting.SettingsFile;
import dev.lightfoot.app.ui.workspace.setting.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Each screen shows what it is for.
@UiTest
class ScreensTest {
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
  void atFirstTheAddressHasTheFocusAndNothingCanBeSaved() {
    assertThat(rig.field("address").isFocused()).isTrue();
    assertThat(rig.button("save").isDisabled()).isTrue();
    assertThat(rig.status()).isEqualTo("Ready. Nothing has been sent");
  }

  @Test
  void rowsThatAreNotLikeTheOthersAreExplained(FxRobot robot) throws TimeoutException {
    robot.interact(() -> rig.wiring.workspace().open(TestSnapshots.sample()));
    assertThat(rig.text("chart-note")).endsWith("ended in every run"); // all cold, and all count
    measure(robot, "both", 20);
    assertThat(rig.text("chart-note"))
        .endsWith("in every run; runs from 11 on: on the kept connection");
    measure(robot, "warm", 11);
    assertThat(rig.text("chart-note")).endsWith("in every run; hollow: not in the median");
  }

  private void measure(FxRobot robot, String mode, int runs) throws TimeoutException {
    robot.interact(
        () -> {
          rig.field("address").setText("https://www.shop.test/nplus1/?n=50");
          rig.node("mode-" + mode, ToggleButton.class).fire();
          rig.button("run").fire();
        });
    Rig.await("measured " + mode, () -> rig.status().startsWith("Done: " + runs + " of"));
  }

  @Test
  void theLedgerAddsUpAndItsSumStandsLast(FxRobot robot) {
    robot.interact(() -> rig.wiring.workspace().open(TestSnapshots.sample()));
    TableView<?> ledger = rig.node("ledger", TableView.class);
    assertThat(ledger.getItems()).hasSize(7);
    int last = ledger.getItems().size() - 1;
    assertThat(ledger.getColumns().get(0).getCellData(last)).isEqualTo("Total");
    assertThat(ledger.getColumns().get(9).getCellData(last)).isEqualTo("317.5");
  }

  @Test
  void detailTabsCountTheirRowsAndEmptyOnesSayWhy(FxRobot robot) {
    robot.interact(() -> rig.wiring.workspace().open(TestSnapshots.sample()));
    TabPane details = rig.node("details", TabPane.class);
    Tab redirects = details.getTabs().get(4);
    assertThat(details.getTabs()).hasSize(8);
    assertThat(redirects.isDisable()).isTrue();
    Label count = (Label) redirects.getGraphic().lookup(".tab-count");
    assertThat(count.getText()).isEqualTo("none");
    assertThat(details.getTabs().get(7).isDisable()).isFalse();
  }

  @Test
  void atTwiceTheFontSizeTheTitleOfTheChartIsWhole(FxRobot robot) {
    robot.interact(() -> rig.wiring.workspace().open(TestSnapshots.sample()));
    robot.interact(
        () -> {
          var settings = rig.wiring.workspace().settingsProperty();
          settings.set(settings.get().withFontSize(28));
        });
    WaitForAsyncUtils.waitForFxEvents();
    Label title = rig.node("chart-title", Label.class);
    assertThat(title.getWidth()).isGreaterThanOrEqualTo(Math.floor(title.prefWidth(-1)));
    assertThat(title.getHeight()).isGreaterThanOrEqualTo(Math.floor(title.prefHeight(-1)));
  }

  @Test
  void theHistoryNamesFilesThatWerePutAside(FxRobot robot) throws TimeoutException {
    store.damage(java.nio.file.Path.of("/q/broken.json"), "its checksum does not fit");
    robot.interact(() -> rig.wiring.refresh());
    robot.interact(() -> rig.wiring.workspace().screenProperty().set(Screen.HISTORY));
    Rig.await("named", () -> rig.text("history-damaged").contains("broken.json"));
  }

  @Test
  void darkIsChosenInTheSettings(FxRobot robot) {
    robot.interact(() -> rig.wiring.workspace().screenProperty().set(Screen.SETTINGS));
    robot.clickOn("#theme-dark");
    assertThat(rig.wiring.workspace().settings().theme()).isEqualTo(Theme.DARK);
    assertThat(rig.scene().getStylesheets()).anyMatch(sheet -> sheet.endsWith("dark.css"));
  }

  @Test
  void columnsOfPhasesThatNoRunHasAreNotThere(FxRobot robot) {
    robot.interact(() -> rig.wiring.workspace().open(TestSnapshots.sample()));
    robot.interact(
        () -> {
          TabPane details = rig.node("details", TabPane.class);
          details.getSelectionModel().selectLast();
        });
    TableView<?> runs = rig.node("details-runs", TableView.class);
    assertThat(runs.getVisibleLeafColumns())
        .extracting(column -> column.getText())
        .contains("DNS", "TCP")
        .doesNotContain("Blocked", "CONNECT", "QUIC");
  }

  @Test
  void noLayerOfTheBillIsCut(FxRobot robot, @TempDir Path folder)
      throws IOException, TimeoutException {
    Path log = TestStacks.write(folder);
    robot.interact(() -> rig.wiring.workspace().open(TestStacks.measured()));
    robot.interact(() -> rig.wiring.open(List.of(log)));
    robot.interact(() -> rig.wiring.workspace().screenProperty().set(Screen.PROBE));
    TableView<?> ledger = rig.node("ledger", TableView.class);
    Rig.await("what the servers did", () -> ledger.getItems().size() > 8);
    robot.interact(() -> rig.scene().getRoot().layout());
    List<String> layers = new ArrayList<>();
    for (Node node : ledger.lookupAll(".table-cell")) {
      TableCell<?, ?> cell = (TableCell<?, ?>) node;
      if (ledger.getColumns().indexOf(cell.getTableColumn()) == 0
          && !cell.isEmpty()
          && cell.lookup(".text") instanceof Text text) {
        layers.add(cell.getText());
        assertThat(text.getText()).isEqualTo(cell.getText());
      }
    }
    assertThat(layers).anyMatch(text -> text.startsWith("Server · ")).contains("Total");
  }

  @Test
  void tooltipsExplainTripsRttQueueAndUnexplained(FxRobot robot) {
    robot.interact(() -> rig.wiring.workspace().open(TestSnapshots.sample()));
    WaitForAsyncUtils.waitForFxEvents();
    TableView<?> ledger = rig.node("ledger", TableView.class);
    assertThat(ledger.getAccessibleHelp())
        .contains("Trips: how often", "RTT, round-trip time", "Queue: time", "Unexplained: what");
    Map<String, String> meanings =
        Map.of(
            "Trips", "Trips: how often",
            "× RTT", "RTT, round-trip time",
            "Queue", "Queue: time",
            "Unexplained", "Unexplained: what");
    meanings.forEach(
        (title, meaning) -> {
          robot.moveTo(head(ledger, title));
          WaitForAsyncUtils.waitForFxEvents();
          assertThat(ledger.getProperties().get("javafx.scene.control.Tooltip"))
              .isInstanceOfSatisfying(
                  Tooltip.class, tip -> assertThat(tip.getText()).contains(meaning));
        });
  }

  private static Node head(TableView<?> table, String title) {
    return table.lookupAll(".column-header").stream()
        .filter(
            node ->
                node instanceof TableColumnHeader head
                    && head.getTableColumn() != null
                    && title.equals(head.getTableColumn().getText()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void helpOnTheKeyboardExplainsTheWords(FxRobot robot) {
    robot.push(KeyCode.F1);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(rig.scene().getRoot().lookupAll(".label"))
        .extracting(node -> String.valueOf(((Label) node).getText()))
        .anyMatch(text -> text.startsWith("Unexplained: "))
        .anyMatch(text -> text.startsWith("Queue: "));
  }

  @Test
  void aFontSizeCanBeTyped(FxRobot robot) {
    robot.interact(() -> rig.wiring.workspace().screenProperty().set(Screen.SETTINGS));
    Spinner<?> font = rig.node("settings-font", Spinner.class);
    typed(robot, font, "21");
    assertThat(rig.wiring.workspace().settings().fontSize()).isEqualTo(21);
    typed(robot, font, "4000");
    assertThat(rig.wiring.workspace().settings().fontSize()).isEqualTo(Settings.MAX_FONT);
    typed(robot, font, "large");
    assertThat(rig.wiring.workspace().settings().fontSize()).isEqualTo(Settings.MAX_FONT);
    robot.interact(() -> rig.button("about").requestFocus());
    assertThat(font.getEditor().getText()).isEqualTo("" + Settings.MAX_FONT);
    assertThat(rig.text("notice-text")).isEmpty();
  }

  private static void typed(FxRobot robot, Spinner<?> spinner, String text) {
    robot.interact(
        () -> {
          spinner.getEditor().requestFocus();
          spinner.getEditor().selectAll();
        });
    robot.write(text).push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void aboutNamesTheVersionAndThirdParties(FxRobot robot) throws TimeoutException {
    robot.interact(() -> rig.wiring.workspace().screenProperty().set(Screen.SETTINGS));
    robot.interact(() -> rig.button("about").fire());
    Rig.await("the notices", () -> rig.scene().lookup("#notices") != null);
    assertThat(rig.node("notices", TextArea.class).getText())
        .contains("OkHttp", "Inter", "OpenJFX");
  }

  @Test
  void atTheEndPopupsAreGoneAndTheSizeIsKept(FxRobot robot) {
    AtomicBoolean ended = new AtomicBoolean();
    robot.interact(
        () -> {
          rig.stage.setWidth(1100);
          new Tooltip("still open").show(rig.stage);
        });
    robot.interact(() -> Window.end(rig.wiring, rig.stage, () -> ended.set(true)));
    assertThat(ended).isTrue();
    assertThat(javafx.stage.Window.getWindows()).noneMatch(PopupWindow.class::isInstance);
    assertThat(new SettingsFile(rig.folder).read().bounds().width()).isBetween(1000, 1100);
  }
}
