package dev.lightfoot.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.testing.MemoryStore;
import dev.lightfoot.app.ui.testing.ScriptedSeries;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.store.StoredSnapshot;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What people come for, from the first key to the last.
@UiTest
class WindowStoriesTest {
  private static final String TARGET = "https://www.shop.test/nplus1/?n=50";

  private final ScriptedSeries series = new ScriptedSeries(TestSnapshots.sample().runs());
  private final MemoryStore store = new MemoryStore();

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
  void anAddressIsMeasuredSavedFoundInTheHistoryAndReopened(FxRobot robot) throws TimeoutException {
    robot.clickOn("#address").write(TARGET).clickOn("#run");
    Rig.await("the verdict", () -> rig.text("verdict").startsWith("317.5"));
    String verdict = rig.text("verdict");

    robot.clickOn("#save");
    robot.interact(() -> rig.field("save-name").setText("before the repair"));
    robot.clickOn("#save-confirm");
    Rig.await("the notice", () -> rig.text("notice-text").contains("before the repair"));

    robot.clickOn("#rail-history");
    Rig.await("the row", () -> history().getItems().size() == 1);
    robot.interact(() -> history().getSelectionModel().select(0));
    robot.clickOn("#history-open");
    Rig.await("the probe screen", () -> rig.text("verdict").equals(verdict));
    assertThat(rig.field("address").getText()).isEqualTo(TARGET);
    assertThat(series.plans()).hasSize(1);
  }

  @Test
  void theKeyboardAloneIsEnough(FxRobot robot) throws TimeoutException {
    robot.write(TARGET).push(KeyCode.ENTER);
    Rig.await("the verdict", () -> rig.text("verdict").startsWith("317.5"));
    robot.push(KeyCode.CONTROL, KeyCode.S);
    robot.push(KeyCode.ENTER);
    Rig.await("the notice", () -> !rig.text("notice-text").isEmpty());
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT8);
    Rig.await("the row", () -> history().getItems().size() == 1);
    robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
    Rig.await(
        "the probe screen", () -> rig.wiring.workspace().screenProperty().get() == Screen.PROBE);
    robot.push(KeyCode.CONTROL, KeyCode.L);
    assertThat(rig.field("address").isFocused()).isTrue();
  }

  @Test
  void theArrowKeysOnTheChartLookAtOneRunAfterTheOther(FxRobot robot) throws TimeoutException {
    robot.interact(() -> rig.wiring.workspace().open(TestSnapshots.sample()));
    Rig.await("the verdict", () -> rig.text("verdict").startsWith("317.5"));
    robot.interact(() -> rig.scene().lookup("#phase-bar").requestFocus());
    robot.push(KeyCode.DOWN);
    Rig.await("another run", () -> Rig.visible(rig.button("chart-back")));
    assertThat(rig.text("verdict")).startsWith("317.5");
    robot.clickOn("#chart-exclude");
    Rig.await("the median of nine", () -> rig.text("verdict-caption").contains("1 run left out"));
    robot.clickOn("#chart-back");
    Rig.await("the median run", () -> !Rig.visible(rig.button("chart-back")));
  }

  @Test
  void aRowOfTheTimingOfEachRunShowsThatRunInBarsBillAndDetails(FxRobot robot)
      throws TimeoutException {
    robot.interact(() -> rig.wiring.workspace().open(TestSnapshots.sample()));
    Rig.await("the verdict", () -> rig.text("verdict").startsWith("317.5"));
    robot.interact(
        () -> {
          TabPane details = rig.node("details", TabPane.class);
          details.getTabs().stream()
              .filter(tab -> "tab-runs".equals(tab.getId()))
              .forEach(tab -> details.getSelectionModel().select(tab));
          table("details-runs").requestFocus();
          table("details-runs").getSelectionModel().clearAndSelect(6);
        });
    robot.push(KeyCode.ENTER);
    Rig.await("that run", () -> rig.text("chart-note").startsWith("Run 7 ("));
    String total = Numbers.duration(TestSnapshots.sample().runs().get(6).durationNanos());
    assertThat(rig.text("chart-note")).contains(total).contains("chosen by you");
    TableView<?> ledger = table("ledger");
    assertThat(ledger.getColumns().get(9).getCellData(ledger.getItems().size() - 1))
        .hasToString(total.substring(0, total.indexOf("\u00a0")));
    assertThat(rig.text("verdict")).startsWith("317.5");
  }

  private TableView<?> table(String id) {
    return rig.node(id, TableView.class);
  }

  @Test
  void f6LeadsThroughTheRegionsAndBack(FxRobot robot) throws TimeoutException {
    robot.interact(() -> rig.wiring.workspace().open(TestSnapshots.sample()));
    Rig.await("the verdict", () -> rig.text("verdict").startsWith("317.5"));
    robot.interact(() -> rig.field("address").requestFocus());
    List<String> visited =
        java.util.stream.IntStream.range(0, 6)
            .mapToObj(
                _ -> {
                  robot.push(KeyCode.F6);
                  WaitForAsyncUtils.waitForFxEvents();
                  return String.valueOf(rig.scene().getFocusOwner().getId());
                })
            .toList();
    assertThat(visited)
        .containsExactly("copy-curl", "phase-bar", "ledger", "details", "rail-probe", "address");
  }

  @Test
  void aBadAddressIsExplainedInPlace(FxRobot robot) {
    robot.clickOn("#address").write("http://exa mple.test/").push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(rig.text("address-error")).contains("space");
    assertThat(rig.field("address").getText()).isEqualTo("http://exa mple.test/");
  }

  @Test
  void theSampleOpensWithoutMeasuring(FxRobot robot) throws TimeoutException {
    robot.clickOn("#open-sample");
    Rig.await("the verdict", () -> rig.text("verdict").startsWith("317.5"));
    assertThat(series.plans()).isEmpty();
  }

  @Test
  void deletingOffersUndo(FxRobot robot) throws Exception {
    store.save(TestSnapshots.sample().named("keep me"));
    robot.interact(() -> rig.wiring.refresh());
    robot.clickOn("#rail-history");
    Rig.await("the row", () -> history().getItems().size() == 1);
    robot.interact(() -> history().getSelectionModel().select(0));
    robot.clickOn("#history-delete");
    Rig.await("gone", () -> history().getItems().isEmpty());
    robot.clickOn("#notice-action");
    Rig.await("back", () -> history().getItems().size() == 1);
  }

  @Test
  void deleteAfterRenameActsOnTheSnapshotThatWasRenamedAndCtrlZBringsItBack(FxRobot robot)
      throws Exception {
    for (String name : List.of("a", "b", "c")) {
      store.save(TestSnapshots.sampleNamed(name));
    }
    robot.interact(() -> rig.wiring.refresh());
    robot.clickOn("#rail-history");
    Rig.await("the rows", () -> history().getItems().size() == 3);
    robot.interact(
        () -> {
          history().getSortOrder().add(history().getColumns().getFirst());
          history().sort();
          history().getSelectionModel().clearAndSelect(0); // as a click does
          history().requestFocus();
        });
    robot.push(KeyCode.F2);
    robot.interact(() -> rig.field("rename-name").setText("z"));
    robot.clickOn("#rename-confirm");
    Rig.await("the new name", () -> names().contains("z"));
    robot.interact(() -> history().requestFocus());
    robot.push(KeyCode.DELETE);
    Rig.await("one less", () -> history().getItems().size() == 2);
    assertThat(names()).containsExactly("b", "c");
    robot.push(KeyCode.DELETE); // nothing is selected now
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(names()).containsExactly("b", "c");
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    Rig.await("it back", () -> names().contains("z"));
  }

  private List<String> names() {
    return history().getItems().stream().map(StoredSnapshot::name).toList();
  }

  @Test
  void controlCCopiesTheLedgerAsTabSeparatedValues(FxRobot robot) throws TimeoutException {
    robot.clickOn("#open-sample");
    Rig.await("the verdict", () -> rig.text("verdict").startsWith("317.5"));
    robot.interact(() -> rig.scene().lookup("#ledger").requestFocus());
    robot.push(KeyCode.CONTROL, KeyCode.C);
    String copied =
        WaitForAsyncUtils.waitForAsyncFx(
            5_000, () -> String.valueOf(Clipboard.getSystemClipboard().getString()));
    assertThat(copied)
        .startsWith("Layer\t")
        .contains("\nTLS 1.3\t")
        .contains("\t1\t40.1\t40.1\t3.6\t");
  }

  @Test
  void theCopiedCommandHidesSecrets(FxRobot robot) throws TimeoutException {
    robot.clickOn("#open-sample");
    Rig.await("the verdict", () -> rig.text("verdict").startsWith("317.5"));
    robot.clickOn("#copy-curl");
    String copied =
        WaitForAsyncUtils.waitForAsyncFx(
            5_000, () -> String.valueOf(Clipboard.getSystemClipboard().getString()));
    assertThat(copied)
        .startsWith("curl ")
        .contains("sessionid=[redacted]")
        .doesNotContain("4f2c9e");
    Rig.await("the notice", () -> rig.text("notice-text").contains("hidden"));
  }

  @Test
  void f1ShowsTheKeysAndEscapeClosesThem(FxRobot robot) throws TimeoutException {
    robot.push(KeyCode.F1);
    Rig.await("the keys", () -> rig.scene().lookup("#close-sheet") != null);
    robot.push(KeyCode.ESCAPE);
    Rig.await("closed", () -> rig.scene().lookup("#close-sheet") == null);
  }

  @Test
  void controlPlusEnlargesTheText(FxRobot robot) throws TimeoutException {
    int before = rig.wiring.workspace().settings().fontSize();
    robot.push(KeyCode.CONTROL, KeyCode.ADD);
    Rig.await("larger", () -> rig.wiring.workspace().settings().fontSize() == before + 1);
  }

  @Test
  void addressesMeasuredLatelyAreOfferedWhileTyping(FxRobot robot) throws TimeoutException {
    robot.clickOn("#address").write(TARGET).push(KeyCode.ENTER);
    Rig.await("the verdict", () -> rig.text("verdict").startsWith("317.5"));
    robot.push(KeyCode.CONTROL, KeyCode.L).write("shop");
    Rig.await("the list", () -> Rig.visible(rig.scene().lookup("#address-suggestions")));
    robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
    Rig.await("taken over", () -> rig.field("address").getText().equals(TARGET));
  }

  @SuppressWarnings("unchecked") // it holds nothing else
  private TableView<StoredSnapshot> history() {
    return rig.node("history", TableView.class);
  }
}
