package dev.lightfoot.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.testing.ScriptedSeries;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.probe.ProbeSeries;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// When it does not go as it should.
@UiTest
class CancelAndFailureTest {
  private static final long CANCEL_NANOS = 200_000_000;

  private final ScriptedSeries held =
      new ScriptedSeries(TestSnapshots.sample().runs()).holdingAt(4);
  private final ScriptedSeries heldFirst =
      new ScriptedSeries(TestSnapshots.sample().runs()).holdingAt(0);
  private final ScriptedSeries failing = new ScriptedSeries(List.of(TestSnapshots.expired()));

  @SuppressWarnings("NullAway.Init") // before each test, by start
  private Rig rig;

  @Start
  void start(Stage stage) throws IOException {
    ProbeSeries series =
        (plans, listener, cancellation) -> {
          String host = plans.getFirst().request().url().host();
          ScriptedSeries played =
              host.startsWith("expired") ? failing : host.startsWith("slow") ? heldFirst : held;
          return played.compare(plans, listener, cancellation);
        };
    rig = new Rig(stage, series);
  }

  @AfterEach
  void end() {
    held.release();
    heldFirst.release();
    rig.close();
  }

  @Test
  void escapeStopsAtOnceAndKeepsWhatWasMeasured(FxRobot robot)
      throws InterruptedException, TimeoutException {
    robot.clickOn("#address").write("https://www.shop.test/").push(KeyCode.ENTER);
    held.awaitHeld();
    Rig.await("first numbers", () -> rig.text("verdict").startsWith("About"));
    assertThat(rig.button("run").getText()).isEqualTo("Cancel");
    // What is drawn for the first time is drawn; a person presses later than a robot.
    WaitForAsyncUtils.waitForFxEvents();
    long pressed = System.nanoTime();
    long done =
        WaitForAsyncUtils.waitForAsyncFx(
            20_000,
            () -> {
              rig.press(KeyCode.ESCAPE);
              return System.nanoTime();
            });
    long took = done - pressed;
    assertThat(rig.button("run").getText()).isEqualTo("Run");
    Rig.await("kept", () -> !rig.button("save").isDisabled());
    assertThat(rig.status())
        .isEqualTo("Stopped after 4 of 10 runs. What was measured can be saved");
    Rig.await(
        "no verdict", () -> rig.text("verdict").startsWith("Stopped after 4 of 10 runs: too few"));
    assertThat(took).isLessThan(CANCEL_NANOS);
  }

  @Test
  void whileItMeasuresTheStatusSaysWhatItIsDoing(FxRobot robot)
      throws InterruptedException, TimeoutException {
    robot.clickOn("#address").write("https://www.shop.test/").push(KeyCode.ENTER);
    held.awaitHeld();
    Rig.await(
        "the status", () -> rig.status().startsWith("Measuring run 5 of 10: TLS with 10.77.1.2"));
    assertThat(rig.button("save").isDisabled()).isTrue();
  }

  @Test
  void duringTheFirstRunEmptyDetailsAreNotKnownYet(FxRobot robot)
      throws InterruptedException, TimeoutException {
    robot.clickOn("#address").write("https://slow.shop.test/").push(KeyCode.ENTER);
    heldFirst.awaitHeld();
    TabPane details = rig.node("details", TabPane.class);
    Label count = (Label) details.getTabs().getFirst().getGraphic().lookup(".tab-count");
    Rig.await("the tabs", () -> count.getText().equals("not known yet"));
  }

  @Test
  void aBrokenCertificateIsNamedWithItsCodeItsChainAndWhatToDo(FxRobot robot)
      throws TimeoutException {
    robot.clickOn("#address").write("https://expired.shop.test/").push(KeyCode.ENTER);
    Rig.await("the failure", () -> rig.text("failure").contains("ran out 40 days ago"));
    assertThat(rig.text("failure-code")).isEqualTo("LF-TLS-EXPIRED");
    TabPane details = rig.node("details", TabPane.class);
    assertThat(details.getSelectionModel().getSelectedItem().getId()).isEqualTo("tab-certificates");
    assertThat(rig.scene().getRoot().lookupAll(".label"))
        .extracting(node -> ((Label) node).getText())
        .contains(
            "A test host? Give it a valid certificate from your own CA and name that CA in"
                + " Settings.");
    assertThat(Rig.visible(rig.button("run-again"))).isTrue();
    assertThat(Rig.visible(rig.button("copy-chain"))).isTrue();
    assertThat(rig.button("save").isDisabled()).isFalse();
    robot.interact(() -> details.getSelectionModel().selectLast());
    TableView<?> runs = rig.node("details-runs", TableView.class);
    assertThat(
            runs.getVisibleLeafColumns().stream()
                .filter(column -> column.getText().equals("TLS"))
                .map(column -> column.getCellData(0).toString()))
        .singleElement()
        .asString()
        .startsWith("✕ ");
  }
}
