package dev.lightfoot.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.testing.MemoryStore;
import dev.lightfoot.app.ui.testing.ScriptedSeries;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.app.ui.testing.TestStacks;
import dev.lightfoot.app.ui.workspace.Screen;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The receiver is started in the window, programs send to it over real sockets, and what came
/// leads from route to trace and from a measurement to its spans.
@UiTest
class ReceiverStoryTest {
  /// A request of a minute: the costliest.
  private static final String OTHER_ROUTE =
      """
      {"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"0af7651916cd43dd8448eb211c80319c",
       "spanId":"b7ad6b7169203331","name":"GET /slow","kind":2,
       "startTimeUnixNano":"1795000000000000000","endTimeUnixNano":"1795000060000000000",
       "attributes":[{"key":"http.route","value":{"stringValue":"/slow"}}]}]}]}]}\
      """;

  @TempDir Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init") // before each test, by start
  private Stage stage;

  @SuppressWarnings("NullAway.Init") // before each test, by start
  private Rig rig;

  @Start
  void start(Stage given) throws IOException {
    stage = given;
    rig = new Rig(stage, new ScriptedSeries(TestSnapshots.sample().runs()), new MemoryStore());
  }

  @AfterEach
  void end(FxRobot robot) {
    robot.interact(() -> rig.wiring.close());
    rig.close();
  }

  @Test
  void nothingListensUntilItIsStartedAndNothingAfterItWasStopped(FxRobot robot)
      throws IOException, TimeoutException, InterruptedException {
    show(robot, Screen.LOGS);
    assertThat(rig.text("receiver-state")).isEqualTo("off");
    assertThat(rig.folder.resolve("spans")).doesNotExist();
    String otlp = turnOn(robot);
    assertThat(rig.text("logs-sentence")).isEqualTo("The receiver is on: nothing has arrived yet.");
    assertThat(send(otlp, "{\"resourceSpans\":[]}", "application/json")).isEqualTo(200);
    robot.interact(() -> rig.button("receiver-turn").fire());
    Rig.await("off", () -> rig.text("receiver-state").equals("off"));
    Assertions.assertThatThrownBy(() -> send(otlp, "{}", "application/json"))
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void whatComesShowsAsRoutesAndLeadsToItsTraces(FxRobot robot)
      throws IOException, TimeoutException, InterruptedException {
    show(robot, Screen.LOGS);
    String otlp = turnOn(robot);
    sendStacks(otlp);
    Rig.await("the routes", () -> table("routes").getItems().size() == 2);
    Rig.await("the counts", () -> !rig.text("receiver-accepted").equals("0"));
    assertThat(rig.text("receiver-kept")).isEqualTo(rig.text("receiver-accepted"));
    assertThat(rig.text("receiver-dropped")).isEqualTo("0");
    select(robot, "routes", 0);
    robot.push(KeyCode.ENTER);
    Rig.await("its traces", () -> table("traces").getItems().size() == 10);
    select(robot, "traces", 0);
    robot.push(KeyCode.ENTER);
    Rig.await("the trace", () -> rig.text("trace-sentence").startsWith("GET /nplus1/ took"));
  }

  @Test
  void whatIsRefusedIsShownWithItsReasonAndItsSender(FxRobot robot)
      throws IOException, TimeoutException, InterruptedException {
    show(robot, Screen.LOGS);
    String otlp = turnOn(robot);
    assertThat(send(otlp, "x", "text/plain")).isEqualTo(415);
    Rig.await("the refused", () -> rig.text("receiver-refused").equals("1"));
    assertThat(rig.text("receiver-refusals"))
        .matches("Refused \\(415\\), sent from 127\\.0\\.0\\.1:\\d+: Content-Type must be .*");
  }

  @Test
  void whatWasKeptIsSaidAfterARestartAndShownAgainByTheButtonOfThatSentence(FxRobot robot)
      throws IOException, TimeoutException, InterruptedException {
    show(robot, Screen.LOGS);
    assertThat(rig.text("logs-sentence")).isEqualTo("No log is open.");
    sendStacks(turnOn(robot));
    Rig.await("the routes", () -> table("routes").getItems().size() == 2);
    restart(robot);
    show(robot, Screen.LOGS);
    assertThat(rig.text("logs-sentence"))
        .isEqualTo(
            "No log is open. Spans that were received before are kept: start the receiver to see"
                + " them.");
    robot.clickOn("#logs-start-receiver");
    Rig.await("shown again", () -> table("routes").getItems().size() == 2);
    assertThat(rig.text("receiver-state")).startsWith("on, this computer only");
    assertThat(rig.text("logs-start-receiver")).isEmpty();
  }

  private void restart(FxRobot robot) {
    Path data = rig.folder;
    robot.interact(() -> rig.wiring.close());
    rig.close();
    robot.interact(
        () -> rig = Rig.of(stage, new ScriptedSeries(TestSnapshots.sample().runs()), data));
  }

  @Test
  void theSelectedRouteStaysSelectedWhileMoreComes(FxRobot robot)
      throws IOException, TimeoutException, InterruptedException {
    show(robot, Screen.LOGS);
    String otlp = turnOn(robot);
    sendStacks(otlp);
    Rig.await("the routes", () -> table("routes").getItems().size() == 2);
    select(robot, "routes", 1);
    assertThat(send(otlp, OTHER_ROUTE, "application/json")).isEqualTo(200);
    Rig.await("one more", () -> table("routes").getItems().size() == 3);
    Rig.await("above it", () -> table("routes").getSelectionModel().getSelectedIndex() == 2);
  }

  @Test
  void aMeasurementIsJoinedWithWhatComesForItAndTheTraceLeadsBack(FxRobot robot)
      throws IOException, TimeoutException, InterruptedException {
    show(robot, Screen.LOGS);
    String otlp = turnOn(robot);
    robot.interact(() -> rig.wiring.workspace().open(TestStacks.measured()));
    Rig.await("measured", () -> !rig.text("verdict").isEmpty());
    assertThat(rig.text("verdict-stack")).isEmpty();
    sendStacks(otlp);
    Rig.await("a way from the probe", () -> rig.text("verdict-stack").equals("Open in Stack"));
    Rig.await(
        "it is said", () -> rig.text("verdict").contains("trips run between it and its database"));
    robot.interact(() -> rig.button("verdict-stack").fire());
    Rig.await("opened", () -> rig.text("stack-sentence").contains("51 trips to the database"));
    robot.interact(() -> rig.button("stack-trace").fire());
    Rig.await("a way to the client", () -> rig.text("trace-client").equals("Client side"));
    robot.interact(() -> rig.button("trace-client").fire());
    Rig.await("back", () -> rig.wiring.workspace().screenProperty().get() == Screen.STACK);
  }

  @Test
  void aPortInUseIsSaidAndAnotherCanBeChosen(FxRobot robot) throws IOException, TimeoutException {
    show(robot, Screen.LOGS);
    try (ServerSocket taken = new ServerSocket(0)) {
      String port = Integer.toString(taken.getLocalPort());
      robot.interact(() -> rig.field("receiver-otlp-port").setText(port));
      robot.interact(() -> rig.button("receiver-turn").fire());
      Rig.await(
          "the sentence", () -> rig.text("receiver-problem").startsWith("Port " + port + " is in"));
    }
    robot.interact(() -> rig.field("receiver-otlp-port").setText("no number"));
    robot.interact(() -> rig.button("receiver-turn").fire());
    assertThat(rig.text("receiver-problem")).startsWith("Give two different port numbers");
    robot.interact(() -> rig.field("receiver-otlp-port").setText("0"));
    turnOn(robot);
    assertThat(rig.text("receiver-problem")).isEmpty();
  }

  /// Where it listens then.
  private String turnOn(FxRobot robot) throws TimeoutException {
    robot.interact(() -> rig.button("receiver-turn").fire());
    Rig.await("on", () -> rig.text("receiver-state").startsWith("on, this computer only"));
    String settings = rig.node("receiver-settings", TextInputControl.class).getText();
    return settings
        .lines()
        .filter(line -> line.startsWith("OTEL_EXPORTER_OTLP_ENDPOINT="))
        .map(line -> line.substring(line.indexOf('=') + 1))
        .findFirst()
        .orElseThrow();
  }

  private void sendStacks(String otlp) throws IOException, InterruptedException {
    for (String line : Files.readAllLines(TestStacks.write(folder))) {
      assertThat(send(otlp, line, "application/json")).isEqualTo(200);
    }
  }

  private static int send(String otlp, String body, String type)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(otlp + "/v1/traces"))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }

  private void show(FxRobot robot, Screen screen) {
    robot.interact(() -> rig.wiring.workspace().screenProperty().set(screen));
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
}
