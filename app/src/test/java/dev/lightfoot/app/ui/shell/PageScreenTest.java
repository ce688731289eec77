package dev.lightfoot.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.testing.MemoryStore;
import dev.lightfoot.app.ui.testing.ScriptedSeries;
import dev.lightfoot.app.ui.testing.TestPages;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.model.page.PageEngine;
import dev.lightfoot.model.page.Viewport;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A page is opened, loaded, looked through and copied.
@UiTest
class PageScreenTest {
  private static final String TARGET = "https://www.shop.test/nplus1/?n=50";

  private final MemoryStore store = new MemoryStore();

  @SuppressWarnings("NullAway.Init") // before each test, by start
  private Rig rig;

  @Start
  void start(Stage stage) throws IOException {
    rig = new Rig(stage, new ScriptedSeries(TestSnapshots.sample().runs()), store);
  }

  @AfterEach
  void end() {
    rig.pages().release();
    rig.close();
  }

  @Test
  void withoutAPageItSaysWhatToDoAndHasASampleToOpen(FxRobot robot) throws TimeoutException {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    assertThat(rig.text("page-sentence")).isEqualTo("No page is open.");
    robot.clickOn("#page-sample");
    Rig.await(
        "the sentence",
        () ->
            rig.text("page-sentence")
                .equals(
                    "The page waits 589.4\u00a0ms on a chain of 4 requests, one after the other:"
                        + " 11 round trips cost 268.0\u00a0ms of distance."));
    Rig.await("its rows", () -> table().getItems().size() == 15);
  }

  @Test
  void whatAPhaseWasIsNotSaidToBeMissingWhereItIsOnlyNotRecorded(FxRobot robot)
      throws TimeoutException {
    open(robot);
    robot.interact(() -> table().getSelectionModel().clearAndSelect(0));
    assertThat(count("tab-dns")).isEqualTo("not recorded"); // its DNS took 10.7 ms
    assertThat(count("tab-certificates")).isEqualTo("not recorded");
    assertThat(count("tab-redirects")).isEqualTo("none");
    robot.interact(() -> table().getSelectionModel().clearAndSelect(2)); // on a kept connection
    assertThat(count("tab-dns")).isEqualTo("none asked");
    assertThat(count("tab-certificates")).isEqualTo("none sent");
  }

  /// What stands beside the name of a tab.
  private String count(String tab) {
    Node head =
        details().getTabs().stream()
            .filter(each -> tab.equals(each.getId()))
            .findFirst()
            .orElseThrow()
            .getGraphic();
    return ((Label) head.lookup(".tab-count")).getText();
  }

  @Test
  void aPageIsOpenedOnPageAndAProbeOnProbe(FxRobot robot) throws TimeoutException {
    open(robot);
    assertThat(rig.wiring.workspace().screenProperty().get()).isEqualTo(Screen.PAGE);
    robot.interact(() -> rig.wiring.workspace().open(TestSnapshots.sample()));
    assertThat(rig.wiring.workspace().screenProperty().get()).isEqualTo(Screen.PROBE);
  }

  @Test
  void theKeyboardLeadsThroughRowsPhasesDetailsAndTheTable(FxRobot robot) throws TimeoutException {
    open(robot);
    robot.push(KeyCode.DOWN).push(KeyCode.DOWN);
    assertThat(chart().getAccessibleText()).startsWith("Row 3, https://www.shop.test/assets/b.css");
    robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT);
    assertThat(chart().getAccessibleText()).startsWith("Send: 0.4 ms from 332.4 ms");
    robot.push(KeyCode.LEFT).push(KeyCode.LEFT).push(KeyCode.LEFT);
    assertThat(chart().getAccessibleText()).startsWith("First party shop.test: 12 requests");
    robot.push(KeyCode.LEFT);
    Rig.await("folded", () -> rows() == 9);
    robot.push(KeyCode.RIGHT);
    Rig.await("unfolded", () -> rows() == 21);
    robot.push(KeyCode.N);
    assertThat(rig.text("page-subject")).isEqualTo("Row 12: https://www.shop.test/favicon.ico");
    robot.push(KeyCode.T);
    Rig.await("the table", () -> table().isFocused());
    robot.interact(() -> chart().requestFocus());
    robot.push(KeyCode.HOME).push(KeyCode.DOWN).push(KeyCode.ENTER);
    Rig.await("details", () -> details().getSelectionModel().getSelectedIndex() > 0);
  }

  @Test
  void lettersTurnTheLinesOnAndOff(FxRobot robot) throws TimeoutException {
    open(robot);
    robot.push(KeyCode.P).push(KeyCode.I);
    assertThat(rig.node("page-critical", ToggleButton.class).isSelected()).isFalse();
    assertThat(rig.node("page-found-by", ToggleButton.class).isSelected()).isFalse();
    robot.push(KeyCode.P);
    assertThat(rig.node("page-critical", ToggleButton.class).isSelected()).isTrue();
  }

  @Test
  void whatIsLookedForIsLeftOrNothingWithAWayBack(FxRobot robot) throws TimeoutException {
    open(robot);
    robot.push(KeyCode.CONTROL, KeyCode.F).write("css");
    Rig.await("style sheets", () -> table().getItems().size() == 3);
    robot.write(" host:nowhere");
    Rig.await("nothing", () -> table().getItems().isEmpty());
    assertThat(Rig.visible(rig.button("page-filter-clear"))).isTrue();
    robot.clickOn("#page-filter-clear");
    Rig.await("all", () -> table().getItems().size() == 15);
    robot.push(KeyCode.CONTROL, KeyCode.F).write("trips>x");
    Rig.await("why not", () -> !rig.text("page-filter-error").isEmpty());
    robot.push(KeyCode.ESCAPE);
    Rig.await("cleared", () -> rig.field("page-filter").getText().isEmpty());
  }

  @Test
  void rowsAreGatheredByHostOrConnection(FxRobot robot) throws TimeoutException {
    open(robot);
    robot.clickOn("#page-group-host");
    Rig.await("four hosts", () -> rows() == 4 + 15 + 4);
    robot.clickOn("#page-group-none");
    Rig.await("no heads", () -> rows() == 15 + 4);
  }

  @Test
  void aRequestIsCopiedAsCurlAndRowsAsTable(FxRobot robot) throws TimeoutException {
    open(robot);
    robot.clickOn("#page-copy-curl");
    robot.interact(
        () ->
            assertThat(Clipboard.getSystemClipboard().getString())
                .startsWith("curl ")
                .endsWith("'" + TARGET + "'"));
    robot.interact(() -> chart().requestFocus());
    robot.push(KeyCode.CONTROL, KeyCode.C);
    robot.interact(
        () ->
            assertThat(Clipboard.getSystemClipboard().getString().lines().toList())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("#\tURL\tFound by\tStart ms"));
  }

  @Test
  void anyRunIsLookedAt(FxRobot robot) throws TimeoutException {
    open(robot);
    assertThat(rig.text("page-run-note")).contains("of 5: 592.3").contains("nearest to the median");
    Spinner<?> number = rig.node("page-run-number", Spinner.class);
    robot.interact(() -> number.increment(1));
    Rig.await("another run", () -> rig.text("page-run-note").equals("of 5: 602.1\u00a0ms"));
    robot.interact(() -> rig.button("page-run-nearest").fire()); // the row may still be moving
    Rig.await("back", () -> rig.text("page-run-note").contains("nearest"));
  }

  @Test
  void aPageIsLoadedForThatDeviceByThatEngineAndSaved(FxRobot robot) throws Exception {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    robot.clickOn("#page-engine-chrome").clickOn("#page-device-phone");
    robot.clickOn("#page-address").write(TARGET).push(KeyCode.ENTER);
    Rig.await("loaded", () -> rig.status().equals("Done. The page was loaded 10 times"));
    assertThat(rig.pages().engines()).containsExactly(PageEngine.CHROME);
    assertThat(rig.pages().plans().getFirst().viewport()).isEqualTo(Viewport.PHONE);
    assertThat(rig.text("page-sentence")).startsWith("The page waits 595.5");
    robot.push(KeyCode.CONTROL, KeyCode.S);
    WaitForAsyncUtils.waitForFxEvents();
    robot.push(KeyCode.ENTER);
    Rig.await("saved", () -> !rig.text("notice-text").isEmpty());
    assertThat(store.list().snapshots()).hasSize(1);
  }

  @Test
  void rowsAppearWhileItLoadsAndStayWhenItIsCancelled(FxRobot robot) throws Exception {
    rig.pages().holdAfter(6);
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    robot.clickOn("#page-address").write(TARGET).push(KeyCode.ENTER);
    rig.pages().awaitHeld();
    Rig.await("rows", () -> table().getItems().size() == 15);
    assertThat(rig.status()).isEqualTo("Loading run 1 of 10: 6 of 15 requests so far");
    robot.push(KeyCode.ESCAPE);
    Rig.await("stopped", () -> rig.status().startsWith("Stopped"));
    Rig.await("what came", () -> table().getItems().size() == 6);
    assertThat(rig.button("page-save").isDisabled()).isFalse();
  }

  @Test
  void oneMeasurementAtATime(FxRobot robot) throws Exception {
    rig.pages().holdAfter(6);
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    robot.clickOn("#page-address").write(TARGET).push(KeyCode.ENTER);
    rig.pages().awaitHeld();
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
    robot.clickOn("#run");
    Rig.await("the probe", () -> rig.text("verdict").startsWith("317.5"));
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    Rig.await("the page stopped", () -> rig.button("page-run").getText().equals("Run"));
  }

  @Test
  void aFailedRowSaysWhy(FxRobot robot) throws TimeoutException {
    robot.interact(() -> rig.wiring.workspace().open(TestPages.broken()));
    Rig.await("rows", () -> table().getItems().size() == 3);
    robot.interact(() -> chart().requestFocus());
    robot.push(KeyCode.N).push(KeyCode.N);
    assertThat(chart().getAccessibleText())
        .contains("LF-TCP-REFUSED")
        .contains("10.0.0.9:443 refused the connection.");
  }

  private void open(FxRobot robot) throws TimeoutException {
    robot.interact(() -> rig.wiring.workspace().open(TestPages.picture()));
    Rig.await("the rows", () -> table().getItems().size() == 15);
    robot.interact(() -> chart().requestFocus());
  }

  private Node chart() {
    return rig.node("page-chart", Node.class);
  }

  private TableView<?> table() {
    return rig.node("page-table", TableView.class);
  }

  private TabPane details() {
    return rig.node("page-details", TabPane.class);
  }

  /// How many lines the chart has.
  private int rows() {
    return rig.node("page-chart", dev.lightfoot.app.ui.chart.page.PageChart.class).size();
  }
}
