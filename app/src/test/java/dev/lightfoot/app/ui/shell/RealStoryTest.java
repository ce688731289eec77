package dev.lightfoot.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.summary.Summary;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.probe.Probe;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.store.DirectorySnapshotStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The whole of it with nothing played: the probe measures a server in this process, the store
/// keeps files.
@UiTest
class RealStoryTest {
  private final MockWebServer server = new MockWebServer();

  @SuppressWarnings("NullAway.Init") // before each test, by start
  private Rig rig;

  @SuppressWarnings("NullAway.Init")
  private Path snapshots;

  @Start
  void start(Stage stage) throws IOException {
    server.setDispatcher(
        new mockwebserver3.Dispatcher() {
          @Override
          public MockResponse dispatch(mockwebserver3.RecordedRequest request) {
            return new MockResponse.Builder()
                .body("a page")
                .headersDelay(20, TimeUnit.MILLISECONDS)
                .build();
          }
        });
    server.start();
    snapshots = Files.createTempDirectory("lightfoot-snapshots");
    rig =
        new Rig(
            stage,
            (plans, listener, cancellation) ->
                Probe.series().compare(plans, listener, cancellation),
            new DirectorySnapshotStore(snapshots, Summary::headlineTime));
  }

  @AfterEach
  void end() {
    rig.close();
    server.close();
  }

  @Test
  void aServerIsMeasuredSavedAndReopenedIdentically(FxRobot robot) throws TimeoutException {
    String url = server.url("/hello").toString();
    robot.interact(() -> rig.field("address").setText(url));
    robot.clickOn("#run");
    Rig.await("done", () -> rig.status().startsWith("Done: 10 of 10 runs"));
    Rig.await("the verdict of all runs", () -> !rig.text("verdict").contains("so far"));
    String verdict = rig.text("verdict");
    assertThat(server.getRequestCount()).isEqualTo(10);
    assertThat(verdict).contains("round trip");
    assertThat(rig.text("verdict-caption")).contains("status 200");
    showBody(robot);
    assertThat(rig.node("body-text", TextArea.class).getText()).isEqualTo("a page");
    assertThat(Numbers.plain(rig.text("body-about"))).isEqualTo("no content type · 6 B");

    robot.clickOn("#save");
    robot.interact(() -> rig.field("save-name").setText("hello"));
    robot.clickOn("#save-confirm");
    Rig.await("the notice", () -> rig.text("notice-text").contains("hello"));
    assertThat(snapshots).isNotEmptyDirectory();

    robot.clickOn("#rail-history");
    TableView<?> history = rig.node("history", TableView.class);
    Rig.await("the row", () -> history.getItems().size() == 1);
    robot.clickOn("#history-open");
    Rig.await("opened", () -> rig.status().startsWith("Opened hello"));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(rig.text("verdict")).isEqualTo(verdict);
    assertThat(server.getRequestCount()).isEqualTo(10);
    assertThat(rig.node("body-text", TextArea.class).getText()).isEqualTo("a page");

    robot.interact(() -> rig.wiring.workspace().open(TestSnapshots.sample()));
    showBody(robot);
    Rig.await("no body", () -> rig.text("body-about").contains("not kept in snapshots"));
  }

  private void showBody(FxRobot robot) {
    robot.interact(
        () -> {
          TabPane tabs = rig.node("details", TabPane.class);
          tabs.getTabs().stream()
              .filter(tab -> "tab-body".equals(tab.getId()))
              .forEach(tabs.getSelectionModel()::select);
        });
  }
}
